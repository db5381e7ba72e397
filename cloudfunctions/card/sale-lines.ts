/** The goods of a group sale as its pictures show them: up to four of them, and from how much. */
import type { Picture } from '@/contract/views'
import { fen, type Fen } from '@/domain/money'
import { reachedPrice, type TieredPrice } from '@/domain/sale/tier'
import { NO_PICTURE } from '../catalog/cards'
import type { Deps } from '../runtime/deps'
import { drawableScene } from './drawable-scene'
import type { Tile } from './shelf'

export type SaleLineRow = TieredPrice & { readonly reachedUnits: number; readonly picture: Picture | null }

/** JSON of the lines of a sale `s`; $1 is the store. */
export const saleLinesSql = `
  select coalesce(jsonb_agg(jsonb_build_object('priceFen', l.price_fen, 'tiers', l.tiers, 'reachedUnits', l.reached_units,
    'picture', coalesce(k.picture, p.pictures -> 0)) order by l.position), '[]')
  from sale_line l
  join sku k on k.store_id = $1 and k.id = l.sku_id
  join product p on p.store_id = $1 and p.id = l.product_id
  where l.store_id = $1 and l.sale_id = s.id`

/** At the tiers that are reached; these only fall, so a picture that is a little old promises nothing too low. */
export const priceFrom = (lines: readonly SaleLineRow[]): { readonly priceFromFen: Fen; readonly isFrom: boolean } => {
  const prices = lines.map((line) => reachedPrice(line, line.reachedUnits))
  const priceFromFen = fen(prices.length === 0 ? 0 : Math.min(...prices))
  return { priceFromFen, isFrom: prices.some((price) => price > priceFromFen) }
}

const MOST_TILES = 4

const picturesOf = (lines: readonly SaleLineRow[]): (Picture | null)[] =>
  lines.slice(0, MOST_TILES).map(({ picture }) => picture)

/** What the prints depend on. */
export const pictureUrls = (lines: readonly SaleLineRow[]): (string | null)[] =>
  picturesOf(lines).map((picture) => picture?.url ?? null)

export const tilesOf = (deps: Deps, lines: readonly SaleLineRow[]): Promise<Tile[]> =>
  Promise.all(
    picturesOf(lines).map(async (picture) => ({
      picture: await drawableScene(deps.files, picture),
      tone: picture?.tone ?? NO_PICTURE.tone,
    })),
  )
