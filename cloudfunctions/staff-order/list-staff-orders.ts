/** One page of orders with the counts of the tabs. */
import { sql, type RawBuilder } from 'kysely'
import type { staffOrder as contract, StaffOrderRow, StaffOrderTab } from '@/contract/staff-order'
import type { OutputOf, ParsedOf } from '@/contract/define'
import { maskPhone } from '@/domain/member/mask-phone'
import { fen } from '@/domain/money'
import { staffActs, type OrderState } from '@/domain/order/order'
import { ok, type Ok } from '@/domain/result'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { runPlanned } from '../runtime/db/run-planned'
import { filterSql, sinceSql, tabSql, type OrderFilter } from './order-filter.sql'
import { clockOf } from './staff-order-view'

type List = OutputOf<typeof contract.list>
/** Counts look no further than this many orders, so the page stays quick at any size. */
const COUNT_CAP = 1_000

type Row = Omit<OrderState, 'payDeadlineAt' | 'paidAt'> &
  Pick<StaffOrderRow, 'id' | 'number' | 'pieces' | 'firstTitle' | 'pictures' | 'pickupPointName'> & {
    totalFen: number
    buyerName: string
    buyerPhone: string | null
    isShared: boolean
    inGroup: (NonNullable<StaffOrderRow['group']> & { deadlineAt: number | null; chooseBy: number | null }) | null
    placedAt: number
    payDeadlineAt: number
    paidAt: number | null
    shipDeadlineAt: number | null
    shippedAt: number | null
    autoConfirmAt: number | null
  }

/** As a number, and not by `extract`: six instants in fifty rows cost a third of the page as text, and `extract` counts in decimals. */
const ms = (column: string) => sql.raw(`(date_part('epoch', ${column}) * 1000)::bigint`)

export const listStaffOrders = async (
  deps: Deps,
  caller: StaffCaller,
  input: ParsedOf<typeof contract.list>,
): Promise<Ok<List>> => {
  const { page, pageSize, ...filter } = input
  const [rows, counts] = await Promise.all([
    readPage(deps, caller, filter, pageSize + 1, (page - 1) * pageSize),
    countTabs(deps, caller, filter),
  ])
  const seen = (page - 1) * pageSize + rows.length
  return ok({ rows: rows.slice(0, pageSize).map(rowView), ...totalOf(counts[filter.tab] ?? 0, seen), counts })
}

/** At least as many as have been seen: rows further back than the counts look are found page by page. */
const totalOf = (counted: number, seen: number): { total: number; totalIsCapped: boolean } => {
  const total = Math.max(counted, seen)
  return { total, totalIsCapped: seen > counted || counted >= COUNT_CAP }
}

/** Orders to ship stand by the clock that runs out first, the rest newest first. */
const orderSql = (tab: StaffOrderTab): string =>
  tab === 'to-ship'
    ? 'o.ship_deadline_at, o.id'
    : tab === 'to-pick-up'
      ? 'o.auto_confirm_at, o.id'
      : 'o.placed_at desc, o.id desc'

/** Text is planned for its value: a plan for any text would read every line of the shop (200 ms, not 14). */
const runList = async <R>(deps: Deps, { text }: OrderFilter, name: string, statement: RawBuilder<R>): Promise<R[]> =>
  text ? (await statement.execute(deps.db)).rows : runPlanned(deps, name, statement)

const readPage = async (
  deps: Deps,
  caller: StaffCaller,
  filter: OrderFilter,
  limit: number,
  skip: number,
): Promise<Row[]> =>
  runList(
    deps,
    filter,
    'staff-order.page',
    sql<Row>`
    select o.id, o.number, o.trade, o.money, o.fulfilment, o.delivery_kind as "deliveryKind", o.total_fen as "totalFen", o.pieces,
      o.first_title as "firstTitle", o.buyer_name as "buyerName", o.buyer_phone as "buyerPhone", o.share_code is not null as "isShared",
      o.group_id is not null as "isGrouped", case when o.group_id is not null then (
        select json_build_object('id', g.id, 'state', g.state, 'size', g.size, 'confirmed', g.confirmed,
          'deadlineAt', ${ms('g.deadline_at')}, 'chooseBy', ${ms(`case when t.state = 'lost' then t.choose_by end`)})
        from group_buy g join group_seat t on t.store_id = g.store_id and t.group_id = g.id and t.order_id = o.id
        where g.store_id = o.store_id and g.id = o.group_id) end as "inGroup",
      ${ms('o.placed_at')} as "placedAt", ${ms('o.pay_deadline_at')} as "payDeadlineAt", ${ms('o.paid_at')} as "paidAt",
      ${ms('o.ship_deadline_at')} as "shipDeadlineAt", ${ms('o.shipped_at')} as "shippedAt", ${ms('o.auto_confirm_at')} as "autoConfirmAt",
      (select name from pickup_point where store_id = o.store_id and id = o.pickup_point_id) as "pickupPointName",
      (select json_agg(picture order by line_no) from (
        select picture, line_no from order_line where store_id = o.store_id and order_id = o.id order by line_no limit 4) l) as pictures
    from orders o
    where ${filterSql(deps, caller, filter)} and ${sql.raw(tabSql[filter.tab])}
    order by ${sql.raw(orderSql(filter.tab))} limit ${sql.lit(limit)} offset ${skip}`,
  )

/** Tabs that wait for somebody, each behind an index of its own. */
const openTabs = ['to-ship', 'awaiting-group', 'to-pick-up', 'shipped', 'refunding'] as const
/** The finished ones grow for ever, and nobody's unpaid order is older than half an hour: counted among the newest orders only. */
const newestTabs = ['all', 'to-pay', 'completed', 'closed'] as const

const countTabs = async (
  deps: Deps,
  caller: StaffCaller,
  filter: OrderFilter,
): Promise<Partial<Record<StaffOrderTab, number>>> => {
  const where = filterSql(deps, caller, filter)
  const open = openTabs.map(
    (tab) =>
      sql`(select count(*)::int from (select 1 from orders o where ${where} and ${sql.raw(tabSql[tab])} limit ${sql.lit(COUNT_CAP)}) c) as ${sql.id(tab)}`,
  )
  const newest = newestTabs.map((tab) => sql`count(*) filter (where ${sql.raw(tabSql[tab])})::int as ${sql.id(tab)}`)
  const [counts] = await runList(
    deps,
    filter,
    'staff-order.counts',
    sql<Record<StaffOrderTab, number>>`
    select n.*, ${sql.join(open)} from (
      select ${sql.join(newest)} from (
        select * from orders o where ${sinceSql(deps, filter)} order by o.placed_at desc, o.id desc limit ${sql.lit(COUNT_CAP)}
      ) o where ${where}
    ) n`,
  )
  return counts ?? {}
}

const atOrNull = (ms: number | null) => (ms === null ? null : epochMs(ms))

/** Field by field: rows have twenty columns and a page fifty rows, and copying "the rest" of them cost half a millisecond. */
const rowView = (row: Row): StaffOrderRow => {
  const { inGroup: group } = row
  const placedAt = epochMs(row.placedAt)
  const payDeadlineAt = epochMs(row.payDeadlineAt)
  const paidAt = atOrNull(row.paidAt)
  const { trade, money, fulfilment, deliveryKind, isGrouped } = row
  const state: OrderState = { trade, money, fulfilment, deliveryKind, isGrouped, payDeadlineAt, paidAt }
  return {
    id: row.id,
    number: row.number,
    trade,
    money,
    fulfilment,
    deliveryKind,
    totalFen: fen(row.totalFen),
    pieces: row.pieces,
    firstTitle: row.firstTitle,
    pictures: row.pictures,
    pickupPointName: row.pickupPointName,
    placedAt,
    payDeadlineAt: trade === 'awaiting-payment' ? payDeadlineAt : null,
    buyer: maskName(row.buyerName),
    maskedPhone: row.buyerPhone && maskPhone(row.buyerPhone),
    source: row.isShared ? 'share' : 'direct',
    group: group && { id: group.id, state: group.state, size: group.size, confirmed: group.confirmed },
    clock: clockOf({
      trade,
      money,
      fulfilment,
      deliveryKind,
      payDeadlineAt,
      paidAt,
      group: group && { deadlineAt: atOrNull(group.deadlineAt), chooseBy: atOrNull(group.chooseBy) },
      placedAt,
      shipDeadlineAt: atOrNull(row.shipDeadlineAt),
      shippedAt: atOrNull(row.shippedAt),
      autoConfirmAt: atOrNull(row.autoConfirmAt),
    }),
    acts: staffActs(state),
  }
}
