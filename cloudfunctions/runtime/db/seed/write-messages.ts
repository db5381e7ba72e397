/** What people of the demo have been told of their orders and groups, read off their past; the last days are unread yet. */
import { sql } from 'kysely'
import type { GroupId, MemberId, OrderId } from '@/domain/ids'
import type { Message } from '@/domain/message/kinds'
import { fen } from '@/domain/money'
import { DAY, epochMs, later } from '@/domain/time'
import type { Deps } from '../../deps'
import type { Trx } from '../connect'
import { inChunks } from './chunks'
import { agedId } from './demo-shop'

const TOLD = 30 * DAY
const READ_AFTER = 3 * DAY

type Told = { at: number; message: Message }
type Row = { at: number; memberId: MemberId; subject: string; orderId: OrderId; title: string }

export const writeMessages = async (trx: Trx, deps: Deps): Promise<void> => {
  const told = [...(await parcels(trx, deps)), ...(await ready(trx, deps)), ...(await refunds(trx, deps))]
  const all = [...told, ...(await fullGroups(trx, deps))]
  await inChunks(
    all.map(({ at, message: { kind, memberId, subject, facts } }) => ({
      store_id: deps.storeId,
      member_id: memberId,
      id: agedId('msg', epochMs(at), `${kind}-${subject}-${memberId}`),
      ...{ kind, subject, facts: JSON.stringify(facts), at: new Date(at) },
      read_at: at < deps.now() - READ_AFTER ? new Date(at + DAY / 4) : null,
      ...{ sending: 'inbox' as const, kept_for: 'no-permit' as const },
    })),
    (rows) => trx.insertInto('inbox_message').values(rows).execute(),
  )
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint as at`)
const since = (deps: Deps): Date => new Date(later(deps.now(), -TOLD))

const parcels = async (trx: Trx, deps: Deps): Promise<Told[]> => {
  const { rows } = await sql<Row & { carrier: string; tail: string; isPart: boolean }>`
    select ${ms('p.shipped_at')}, o.member_id as "memberId", p.id as subject, o.id as "orderId", o.first_title as title, p.carrier,
      right(p.tracking_no, 4) as tail,
      p.shipped_at < max(p.shipped_at) over (partition by o.id) or o.fulfilment = 'part-shipped' as "isPart"
    from parcel p join orders o on o.store_id = p.store_id and o.id = p.order_id and o.member_id is not null
    where p.store_id = ${deps.storeId} and p.shipped_at > ${since(deps)}`.execute(trx)
  return rows.map(({ at, memberId, subject, orderId, title, carrier, tail, isPart }) => ({
    at,
    message: {
      kind: 'order-shipped',
      memberId,
      subject,
      facts: { orderId, title, carrier, trackingTail: tail, isPart },
    },
  }))
}

const ready = async (trx: Trx, deps: Deps): Promise<Told[]> => {
  const { rows } = await sql<Row & { point: string; hours: string; code: string }>`
    select ${ms('o.shipped_at')}, o.member_id as "memberId", o.id as subject, o.id as "orderId", o.first_title as title,
      p.name as point, p.hours, coalesce(o.pickup_code, '') as code
    from orders o join pickup_point p on p.store_id = o.store_id and p.id = o.pickup_point_id
    where o.store_id = ${deps.storeId} and o.member_id is not null and o.delivery_kind = 'pickup' and o.shipped_at > ${since(deps)}`.execute(
    trx,
  )
  return rows.map(({ at, memberId, subject, orderId, title, point, hours, code }) => ({
    at,
    message: { kind: 'order-ready', memberId, subject, facts: { orderId, title, point, hours, code } },
  }))
}

const refunds = async (trx: Trx, deps: Deps): Promise<Told[]> => {
  const { rows } = await sql<Row & { amountFen: number }>`
    select ${ms('r.done_at')}, o.member_id as "memberId", r.id as subject, o.id as "orderId", o.first_title as title,
      r.amount_fen as "amountFen"
    from refund r join orders o on o.store_id = r.store_id and o.id = r.order_id and o.member_id is not null
    where r.store_id = ${deps.storeId} and r.state = 'done' and r.done_at > ${since(deps)}`.execute(trx)
  return rows.map(({ at, memberId, subject, orderId, title, amountFen }) => ({
    at,
    message: { kind: 'refund-sent', memberId, subject, facts: { orderId, title, refundFen: fen(amountFen) } },
  }))
}

const fullGroups = async (trx: Trx, deps: Deps): Promise<Told[]> => {
  const { rows } = await sql<Row & { groupId: GroupId; size: number }>`
    select ${ms('g.filled_at')}, o.member_id as "memberId", g.id as subject, o.id as "orderId", o.first_title as title,
      g.id as "groupId", g.confirmed as size
    from group_buy g
    join group_seat t on t.store_id = g.store_id and t.group_id = g.id and t.state = 'confirmed'
    join orders o on o.store_id = t.store_id and o.id = t.order_id and o.member_id is not null
    where g.store_id = ${deps.storeId} and g.filled_at > ${since(deps)}`.execute(trx)
  return rows.map(({ at, memberId, subject, orderId, title, groupId, size }) => ({
    at,
    message: { kind: 'group-full', memberId, subject, facts: { groupId, orderId, title, size } },
  }))
}
