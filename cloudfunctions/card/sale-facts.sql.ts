/** What a group sale's card and poster say, and where the drawn card is kept. */
import type { MemberId, SaleId } from '@/domain/ids'
import type { SaleState } from '@/domain/sale/sale'
import type { Deps } from '../runtime/deps'
import { saleLinesSql, type SaleLineRow } from './sale-lines'
import { setCard } from './set-card.sql'

export type SaleFactsRow = {
  saleId: SaleId
  version: number
  state: SaleState
  title: string
  /** Null for the store's own sale. */
  community: string | null
  storeName: string
  endsAt: Date
  handOverFromAt: Date
  /** Null: the courier brings it. */
  pickupPointIds: readonly string[] | null
  cardPicture: string | null
  cardVersion: number | null
  /** Paid entries of the chain. */
  people: number
  lines: readonly SaleLineRow[]
}

const facts = `
select s.id as "saleId", s.version, s.state, s.title, c.name as community, t.name as "storeName", s.ends_at as "endsAt",
  s.hand_over_from_at as "handOverFromAt", s.pickup_point_ids as "pickupPointIds", s.card_picture as "cardPicture",
  s.card_version as "cardVersion",
  (select count(*)::int from sale_order o where o.store_id = $1 and o.sale_id = s.id and o.paid_at is not null and o.gone_at is null) as people,
  (${saleLinesSql}) as lines`

const tables = `
join store t on t.id = $1
left join community c on c.store_id = $1 and c.id = s.community_id`

const readStatement = {
  name: 'card.read-sale-facts',
  text: `${facts} from sale s ${tables} where s.store_id = $1 and s.id = $2 and s.state <> 'draft'`,
}

/** Null for a draft, or none: there is nothing to show. */
export const readSaleFacts = async (deps: Deps, saleId: string): Promise<SaleFactsRow | null> =>
  (await deps.database.run<SaleFactsRow>(readStatement, [deps.storeId, saleId]))[0] ?? null

const readPosterStatement = {
  name: 'card.read-sale-poster-facts',
  text: `
${facts}, m.name as "recommendedBy"
from share h
join member m on m.store_id = $1 and m.id = h.member_id
join sale s on s.store_id = $1 and s.id = h.sale_id and s.state <> 'draft'
${tables}
where h.store_id = $1 and h.code = $2 and h.member_id = $3 and h.sale_id <> ''`,
}

export type SalePosterFactsRow = SaleFactsRow & { recommendedBy: string }

/** Null where the code is not this member's own, or stands for no sale. */
export const readSalePosterFacts = async (
  deps: Deps,
  code: string,
  memberId: MemberId,
): Promise<SalePosterFactsRow | null> =>
  (await deps.database.run<SalePosterFactsRow>(readPosterStatement, [deps.storeId, code, memberId]))[0] ?? null

export const setSaleCard = (deps: Deps, { saleId, version }: SaleFactsRow, url: string): Promise<boolean> =>
  setCard(deps, 'sale', { id: saleId, version, url })
