/** One page of orders with the counts of the tabs. Large counts are capped, so the page stays quick at any size. */
import { sql } from 'kysely'
import type { staffOrder as contract, StaffOrderRow, StaffOrderTab } from '@/contract/staff-order'
import { staffOrderTabs } from '@/contract/staff-order'
import type { OutputOf, ParsedOf } from '@/contract/define'
import { maskPhone } from '@/domain/member/mask-phone'
import { fen } from '@/domain/money'
import { staffActs, type OrderState } from '@/domain/order/order'
import { ok, type Ok } from '@/domain/result'
import { maskName } from '@/domain/share/mask'
import { epochMs } from '@/domain/time'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { filterSql, tabSql, type OrderFilter } from './order-filter.sql'
import { clockOf } from './staff-order-view'

type List = OutputOf<typeof contract.list>
const COUNT_CAP = 2_000

type Row = Omit<OrderState, 'payDeadlineAt' | 'paidAt'> &
  Pick<StaffOrderRow, 'id' | 'number' | 'pieces' | 'firstTitle' | 'pictures' | 'pickupPointName'> & {
    totalFen: number
    buyerName: string
    buyerPhone: string | null
    isShared: boolean
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
    readPage(deps, caller, filter, pageSize, (page - 1) * pageSize),
    countTabs(deps, caller, filter),
  ])
  const total = counts[filter.tab] ?? 0
  return ok({ rows: rows.map(rowView), total: Math.min(total, COUNT_CAP), totalIsCapped: total > COUNT_CAP, counts })
}

/** Orders to ship stand by the clock that runs out first, the rest newest first. */
const orderSql = (tab: StaffOrderTab): string =>
  tab === 'to-ship'
    ? 'o.ship_deadline_at, o.id'
    : tab === 'to-pick-up'
      ? 'o.auto_confirm_at, o.id'
      : 'o.placed_at desc, o.id desc'

const readPage = async (
  deps: Deps,
  caller: StaffCaller,
  filter: OrderFilter,
  limit: number,
  skip: number,
): Promise<Row[]> =>
  (
    await sql<Row>`
    select o.id, o.number, o.trade, o.money, o.fulfilment, o.delivery_kind as "deliveryKind", o.total_fen as "totalFen", o.pieces,
      o.first_title as "firstTitle", o.buyer_name as "buyerName", o.buyer_phone as "buyerPhone", o.share_code is not null as "isShared",
      o.placed_at as "placedAt", o.pay_deadline_at as "payDeadlineAt", o.paid_at as "paidAt", o.ship_deadline_at as "shipDeadlineAt",
      o.shipped_at as "shippedAt", o.auto_confirm_at as "autoConfirmAt",
      (select name from pickup_point where store_id = o.store_id and id = o.pickup_point_id) as "pickupPointName",
      (select json_agg(picture order by line_no) from (
        select picture, line_no from order_line where store_id = o.store_id and order_id = o.id order by line_no limit 4) l) as pictures
    from orders o
    where ${filterSql(deps, caller, filter)} and ${sql.raw(tabSql[filter.tab])}
    order by ${sql.raw(orderSql(filter.tab))} limit ${limit} offset ${skip}`.execute(deps.db)
  ).rows

const countTabs = async (
  deps: Deps,
  caller: StaffCaller,
  filter: OrderFilter,
): Promise<Partial<Record<StaffOrderTab, number>>> => {
  const where = filterSql(deps, caller, filter)
  const counts = staffOrderTabs.map(
    (tab) =>
      sql`(select count(*)::int from (select 1 from orders o where ${where} and ${sql.raw(tabSql[tab])} limit ${COUNT_CAP + 1}) c) as ${sql.id(tab)}`,
  )
  const result = await sql<Record<StaffOrderTab, number>>`select ${sql.join(counts)}`.execute(deps.db)
  return result.rows[0] ?? {}
}

const instant = (date: Date | null) => date && epochMs(date.getTime())

const rowView = (row: Row): StaffOrderRow => {
  const { buyerName, buyerPhone, isShared, paidAt, shipDeadlineAt, shippedAt, autoConfirmAt, payDeadlineAt, ...rest } =
    row
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
    clock: clockOf({
      ...state,
      placedAt,
      shipDeadlineAt: instant(shipDeadlineAt),
      shippedAt: instant(shippedAt),
      autoConfirmAt: instant(autoConfirmAt),
    }),
    acts: staffActs(state),
  }
}
