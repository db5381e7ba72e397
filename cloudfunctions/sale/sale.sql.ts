/** A group sale with everything its page draws, in one statement: by its id, or by the code of a card that stands for it. */
import type { Picture, PickupPointView } from '@/contract/views'
import type { CommunityId, MemberId, OrderId, ProductId, SaleId, SkuId } from '@/domain/ids'
import type { TradeState } from '@/domain/order/trade'
import type { BagState } from '@/domain/pickup/bag'
import type { ChainItem } from '@/domain/sale/chain'
import type { SaleState } from '@/domain/sale/sale'
import type { Tier } from '@/domain/sale/tier'
import type { Policy } from '@/domain/shortage/allocate'
import type { Deps } from '../runtime/deps'
import { pointJson } from '../runtime/pickup-point.sql'
import { chainSql, FROM_THE_TOP, type ChainRow } from './chain.sql'

export type SaleRecord = {
  id: SaleId
  title: string
  note: string
  state: SaleState
  version: number
  communityId: CommunityId | null
  community: string | null
  leaderId: MemberId | null
  leader: { name: string; avatar: string | null } | null
  startsAt: number
  endsAt: number
  handOverFromAt: number
  handOverUntilAt: number
  keepDays: number
  shortagePolicy: Policy
  cardPicture: string | null
  membership: 'joined' | 'muted' | 'left' | null
  pickupPoints: readonly PickupPointView[] | null
  people: number
  lines: readonly LineRow[] | null
  chain: readonly ChainRow[] | null
  mine: readonly MineRow[] | null
  shareCode: string | null
  sharer: { id: MemberId; name: string; avatar: string | null } | null
}

export type LineRow = {
  readonly skuId: SkuId
  readonly productId: ProductId
  readonly title: string
  readonly options: readonly string[]
  readonly subtitle: string | null
  readonly label: string
  readonly picture: Picture | null
  readonly priceFen: number
  readonly tiers: readonly Tier[]
  readonly shopFen: number
  readonly stockLimit: number | null
  readonly perPerson: number | null
  readonly taken: number
  readonly paidUnits: number
  readonly reachedUnits: number
  readonly held: number
  /** Free on the shelf; nothing of what is off sale. */
  readonly available: number
}

export type MineRow = {
  readonly orderId: OrderId
  readonly number: number | null
  readonly trade: TradeState
  readonly payDeadlineAt: number
  readonly bag: BagState
  readonly items: readonly ChainItem[]
  readonly totalFen: number
  readonly forName: string | null
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`
/** Of the chain on the page; the others come when somebody scrolls. */
const NEWEST = 20
const MOST_OWN = 10

const readSaleStatement = {
  name: 'sale.read-sale',
  text: `
with named as (
  select $2::text as sale_id, null::text as code, null::text as sharer_id where $2::text is not null
  union all
  select sale_id, code, member_id from share where store_id = $1 and code = $4 and sale_id <> ''
)
select s.id, s.title, s.note, s.state, s.version, s.community_id as "communityId", s.leader_id as "leaderId",
  s.keep_days as "keepDays", s.shortage_policy as "shortagePolicy", s.card_picture as "cardPicture",
  ${ms('s.starts_at')} as "startsAt", ${ms('s.ends_at')} as "endsAt",
  ${ms('s.hand_over_from_at')} as "handOverFromAt", ${ms('s.hand_over_until_at')} as "handOverUntilAt",
  (select name from community where store_id = $1 and id = s.community_id) as community,
  (select json_build_object('name', name, 'avatar', avatar) from member
    where store_id = $1 and id = s.leader_id and deleted_at is null) as leader,
  (select state from community_member where store_id = $1 and community_id = s.community_id and member_id = $3) as membership,
  (select json_agg(${pointJson} order by p.position, p.id)
    from pickup_point p where p.store_id = $1 and p.id = any(s.pickup_point_ids)) as "pickupPoints",
  (select count(*)::int from sale_order
    where store_id = $1 and sale_id = s.id and number is not null and gone_at is null) as people,
  (select json_agg(json_build_object('skuId', l.sku_id, 'productId', l.product_id, 'title', p.title, 'options', k.options,
      'subtitle', p.subtitle, 'label', l.label, 'picture', coalesce(k.picture, p.pictures -> 0), 'priceFen', l.price_fen,
      'tiers', l.tiers, 'shopFen', k.price_fen, 'stockLimit', l.stock_limit, 'perPerson', l.per_person, 'taken', l.taken,
      'paidUnits', l.paid_units, 'reachedUnits', l.reached_units,
      'held', coalesce((select held from sale_person where store_id = $1 and sale_id = s.id and sku_id = l.sku_id and member_id = $3), 0),
      'available', case when k.is_off or p.status <> 'on' then 0
        else (select coalesce(sum(available), 0) from stock where store_id = $1 and sku_id = k.id) end) order by l.position)
    from sale_line l
    join sku k on k.store_id = $1 and k.id = l.sku_id
    join product p on p.store_id = $1 and p.id = l.product_id
    where l.store_id = $1 and l.sale_id = s.id) as lines,
  (${chainSql({ saleId: 's.id', before: String(FROM_THE_TOP), most: String(NEWEST) })}) as chain,
  (select json_agg(json_build_object('orderId', o.id, 'number', c.number, 'trade', o.trade,
      'payDeadlineAt', ${ms('o.pay_deadline_at')}, 'bag', c.bag_state, 'totalFen', o.total_fen, 'forName', c.for_name,
      'items', (select json_agg(json_build_object('label', l.label, 'quantity', i.quantity - i.refunded_quantity) order by i.line_no)
        from order_line i join sale_line l on l.store_id = $1 and l.sale_id = s.id and l.sku_id = i.sku_id
        where i.store_id = $1 and i.order_id = o.id)) order by c.placed_at desc, o.id desc)
    from (select * from orders where store_id = $1 and sale_id = s.id and member_id = $3 order by id desc limit ${MOST_OWN}) o
    join sale_order c on c.store_id = $1 and c.order_id = o.id and c.gone_at is null) as mine,
  n.code as "shareCode",
  (select json_build_object('id', id, 'name', name, 'avatar', avatar) from member
    where store_id = $1 and id = n.sharer_id and deleted_at is null) as sharer
from named n
join sale s on s.store_id = $1 and s.id = n.sale_id and s.state <> 'draft'`,
}

export type SaleName = { readonly saleId: SaleId } | { readonly code: string }

/** Null for nothing of that name, and for what its leader still writes on. */
export const readSale = async (deps: Deps, name: SaleName, memberId: MemberId | null): Promise<SaleRecord | null> =>
  (
    await deps.database.run<SaleRecord>(readSaleStatement, [
      deps.storeId,
      'saleId' in name ? name.saleId : null,
      memberId,
      'code' in name ? name.code : null,
    ])
  )[0] ?? null

/** What the pulse asks for: nothing but whether there is something new to see. */
const readPulseStatement = {
  name: 'sale.read-pulse',
  text: `select version from sale where store_id = $1 and id = $2 and state <> 'draft'`,
}

export const readPulse = async (deps: Deps, saleId: SaleId): Promise<number | null> =>
  (await deps.database.run<{ version: number }>(readPulseStatement, [deps.storeId, saleId]))[0]?.version ?? null
