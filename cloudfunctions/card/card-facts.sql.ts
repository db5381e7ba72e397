/** What a chat card and a poster say of a product. */
import type { Picture } from '@/contract/views'
import type { MemberId, ProductId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Deps } from '../runtime/deps'

export type CardFactsRow = {
  productId: ProductId
  /** Of the product; a picture drawn from an older one is not kept. */
  version: number
  title: string
  subtitle: string | null
  /** The first tag: a card lives in a chat for years, so it says nothing that is true only today. */
  fact: string | null
  picture: Picture | null
  storeName: string
  /** Of the cheapest SKU on sale. */
  priceFen: Fen
  marketPriceFen: Fen | null
  isFrom: boolean
  cardPicture: string | null
}

const facts = `
select p.id as "productId", p.version, p.title, p.subtitle, p.tags[1] as fact, p.pictures -> 0 as picture, s.name as "storeName",
  k.price_fen as "priceFen", k.market_price_fen as "marketPriceFen", k.price_fen < k.highest as "isFrom",
  p.card_picture as "cardPicture"`

const tables = `
join store s on s.id = $1
cross join lateral (
  select price_fen, market_price_fen, max(price_fen) over () as highest
  from sku where store_id = $1 and product_id = p.id and not is_off
  order by price_fen, position limit 1
) k`

const readCardFactsStatement = {
  name: 'card.read-facts',
  text: `${facts} from product p ${tables} where p.store_id = $1 and p.id = $2 and p.status <> 'draft'`,
}

/** Null for a draft, a product without a SKU on sale, or none: nothing to draw. */
export const readCardFacts = async (deps: Deps, productId: string): Promise<CardFactsRow | null> =>
  (await deps.database.run<CardFactsRow>(readCardFactsStatement, [deps.storeId, productId]))[0] ?? null

const readPosterFactsStatement = {
  name: 'card.read-poster-facts',
  text: `
${facts}, m.name as "recommendedBy"
from share h
join member m on m.store_id = $1 and m.id = h.member_id
join product p on p.store_id = $1 and p.id = h.product_id and p.status <> 'draft'
${tables}
where h.store_id = $1 and h.code = $2 and h.member_id = $3 and h.group_id = ''`,
}

export type PosterFactsRow = CardFactsRow & { recommendedBy: string }

/** Null where the code is not this member's own, or there is nothing to draw. */
export const readPosterFacts = async (deps: Deps, code: string, memberId: MemberId): Promise<PosterFactsRow | null> =>
  (await deps.database.run<PosterFactsRow>(readPosterFactsStatement, [deps.storeId, code, memberId]))[0] ?? null

const setCardPictureStatement = {
  name: 'card.set-picture',
  text: 'update product set card_picture = $4 where store_id = $1 and id = $2 and version = $3',
}

/** Does nothing where the product was saved meanwhile: that save sent a letter of its own. */
export const setCardPicture = async (deps: Deps, { productId, version }: CardFactsRow, url: string): Promise<void> => {
  await deps.database.run(setCardPictureStatement, [deps.storeId, productId, version, url])
}
