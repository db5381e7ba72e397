/** Everything that hangs on one member, for themselves to read. No id of another person, no text of the staff. */
import { sql } from 'kysely'
import type { MemberId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`)

type Person = {
  member: unknown
  addresses: unknown
  cart: unknown
  favorites: unknown
  visits: unknown
  shares: unknown
  coupons: unknown
  points: unknown
  messages: unknown
  permissions: unknown
}

export const exportPerson = async (deps: Deps, memberId: MemberId): Promise<Person> => {
  const mine = sql`where store_id = ${deps.storeId} and member_id = ${memberId}`
  const { rows } = await sql<Person>`
    select
      (select jsonb_build_object('id', id, 'name', name, 'avatar', avatar, 'phone', phone, 'level', level, 'isLeader', is_leader,
          'settings', settings - 'avatarKey' - 'pendingAvatar', 'since', ${ms('created_at')})
        from member where store_id = ${deps.storeId} and id = ${memberId} and deleted_at is null) as member,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'phone', phone, 'province', province, 'city', city,
          'district', district, 'detail', detail, 'isDefault', is_default, 'usedAt', ${ms('used_at')}) order by used_at desc), '[]')
        from address ${mine}) as addresses,
      (select coalesce(jsonb_agg(jsonb_build_object('skuId', sku_id, 'quantity', quantity, 'addedAt', ${ms('added_at')})), '[]')
        from cart_line ${mine}) as cart,
      (select coalesce(jsonb_agg(jsonb_build_object('productId', product_id, 'at', ${ms('at')})), '[]')
        from favorite ${mine}) as favorites,
      (select coalesce(jsonb_agg(jsonb_build_object('productId', product_id, 'day', day, 'visits', visits) order by day), '[]')
        from product_visit ${mine}) as visits,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'productId', product_id, 'channel', channel, 'day', day,
          'opened', (select count(*) from share_open o where o.store_id = share.store_id and o.code = share.code))), '[]')
        from share ${mine}) as shares,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'state', state, 'source', source, 'claimedAt', ${ms('claimed_at')},
          'expiresAt', ${ms('expires_at')}, 'voidReason', void_reason) order by claimed_at), '[]')
        from coupon ${mine}) as coupons,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'points', points, 'at', ${ms('at')}) order by at), '[]')
        from points_entry ${mine}) as points,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'facts', facts, 'at', ${ms('at')}, 'readAt', ${ms('read_at')},
          'sentAt', ${ms('sent_at')}) order by id), '[]')
        from inbox_message ${mine}) as messages,
      (select coalesce(jsonb_agg(jsonb_build_object('template', template, 'kind', kind, 'moment', moment, 'left', permits,
          'at', ${ms('at')}) order by id), '[]')
        from message_permit_entry ${mine}) as permissions`.execute(deps.db)
  if (!rows[0]) throw new Error('a select without from gave no row')
  return rows[0]
}

/** A reply may hold 1 MB; an order with its lines weighs some 2 KB. */
const ORDERS_A_PART = 250

export const exportOrders = async (
  deps: Deps,
  memberId: MemberId,
  before: string | undefined,
): Promise<{ orders: unknown[]; next: string | null }> => {
  const { rows } = await sql<{ id: string; told: unknown }>`
    select o.id, jsonb_build_object('number', number, 'placedAt', ${ms('placed_at')}, 'trade', trade, 'money', money,
        'fulfilment', fulfilment, 'deliveryKind', delivery_kind, 'address', address, 'buyerName', buyer_name,
        'buyerPhone', buyer_phone, 'note', note, 'totalFen', total_fen, 'paidFen', paid_fen, 'refundedFen', refunded_fen,
        'lines', (select jsonb_agg(jsonb_build_object('title', title, 'options', options, 'quantity', quantity,
            'unitPriceFen', unit_price_fen, 'paidFen', paid_fen) order by line_no)
          from order_line l where l.store_id = o.store_id and l.order_id = o.id),
        'parcels', (select coalesce(jsonb_agg(jsonb_build_object('carrier', carrier, 'trackingNo', tracking_no)), '[]')
          from parcel p where p.store_id = o.store_id and p.order_id = o.id),
        'refunds', (select coalesce(jsonb_agg(jsonb_build_object('amountFen', amount_fen, 'reason', reason, 'state', state)), '[]')
          from refund r where r.store_id = o.store_id and r.order_id = o.id)) as told
    from orders o
    where o.store_id = ${deps.storeId} and o.member_id = ${memberId} and (${before ?? null}::text is null or o.id < ${before ?? null})
    order by o.id desc limit ${ORDERS_A_PART + 1}`.execute(deps.db)
  const part = rows.slice(0, ORDERS_A_PART)
  return { orders: part.map((row) => row.told), next: rows.length > ORDERS_A_PART ? (part.at(-1)?.id ?? null) : null }
}
