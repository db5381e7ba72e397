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
    placedAt: Date
    payDeadlineAt: Date
    paidAt: Date | null
    shipDeadlineAt: Date | null
    shippedAt: Date | null
    autoConfirmAt: Date | null
  }

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
          'deadlineAt', floor(extract(epoch from g.deadline_at) * 1000)::bigint,
          'chooseBy', floor(extract(epoch from case when t.state = 'lost' then t.choose_by end) * 1000)::bigint)
        from group_buy g join group_seat t on t.store_id = g.store_id and t.group_id = g.id and t.order_id = o.id
        where g.store_id = o.store_id and g.id = o.group_id) end as "inGroup",
      o.placed_at as "placedAt", o.pay_deadline_at as "payDeadlineAt", o.paid_at as "paidAt", o.ship_deadline_at as "shipDeadlineAt",
      o.shipped_at as "shippedAt", o.auto_confirm_at as "autoConfirmAt",
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

const instant = (date: Date | null) => date && epochMs(date.getTime())
const atOrNull = (ms: number | null) => (ms === null ? null : epochMs(ms))

const rowView = (row: Row): StaffOrderRow => {
  const { buyerName, buyerPhone, isShared, isGrouped: _isGrouped, inGroup, payDeadlineAt, ...dated } = row
  const { paidAt, shipDeadlineAt, shippedAt, autoConfirmAt, ...rest } = dated
  const state: OrderState = { ...row, payDeadlineAt: epochMs(payDeadlineAt.getTime()), paidAt: instant(paidAt) }
  const placedAt = epochMs(row.placedAt.getTime())
  return {
    ...rest,
    totalFen: fen(row.totalFen),
    placedAt,
    payDeadlineAt: row.trade === 'awaiting-payment' ? state.payDeadlineAt : null,
    buyer: maskName(buyerName),
    maskedPhone: buyerPhone && maskPhone(buyerPhone),
    source: isShared ? 'share' : 'direct',
    group: inGroup && { id: inGroup.id, state: inGroup.state, size: inGroup.size, confirmed: inGroup.confirmed },
    clock: clockOf({
      ...state,
      group: inGroup && { deadlineAt: atOrNull(inGroup.deadlineAt), chooseBy: atOrNull(inGroup.chooseBy) },
      placedAt,
      shipDeadlineAt: instant(shipDeadlineAt),
      shippedAt: instant(shippedAt),
      autoConfirmAt: instant(autoConfirmAt),
    }),
    acts: staffActs(state),
  }
}
