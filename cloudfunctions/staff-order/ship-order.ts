/** One parcel leaves with some or all of what is left. The last one makes the order shipped and starts the receipt clock. */
import type { staffOrder as contract, StaffOrderView } from '@/contract/staff-order'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import type { MemberId, OrderId } from '@/domain/ids'
import { autoConfirmAt } from '@/domain/order/clocks'
import { packParcel, type ParcelPart } from '@/domain/order/parcel'
import { ok, refuse, type Result } from '@/domain/result'
import type { StaffCaller } from '../runtime/caller'
import { brokenConstraint } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'
import { cardLetters } from '../message/keep-card'
import { tell } from '../message/tell'
import { moveOrder, type OrderRow } from '../order/lock-order'
import { actOnOrder, type Told } from './act-on-order'
import { countParcels, shippableLines, takeForParcel } from './parcel.sql'

type Parcel = ParsedOf<typeof contract.ship>
type No = RefusalOf<typeof contract.ship>

const PARCEL_LIMIT = 15

export const shipOrder = async (
  deps: Deps,
  caller: StaffCaller,
  parcel: Parcel,
): Promise<Result<StaffOrderView, No>> => {
  try {
    return await actOnOrder(deps, caller, parcel.orderId, 'ship', (trx, row) => ship(trx, deps, caller, row, parcel))
  } catch (error) {
    if (brokenConstraint(error) === 'parcel_tracking_used') return refuse({ code: 'parcel.tracking-used' })
    throw error
  }
}

const ship = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  row: OrderRow,
  parcel: Parcel,
): Promise<Result<Told, No>> => {
  if ((await countParcels(trx, deps, row.id)) >= PARCEL_LIMIT)
    return refuse({ code: 'parcel.too-many', limit: PARCEL_LIMIT })
  const packed = packParcel(await shippableLines(trx, deps, row.id), parcel.lines)
  if (!packed.ok) return packed
  const { parts, isLast } = packed.value
  const parcelId = await writeParcel(trx, deps, caller, row, parcel, parts)
  const quantity = parts.reduce((n, p) => n + p.quantity, 0)
  const now = deps.now()
  await moveOrder(
    trx,
    deps,
    row,
    { kind: 'staff', staffId: caller.staffId },
    [{ kind: 'shipped', part: !isLast, carrier: parcel.carrier, trackingTail: parcel.trackingNo.slice(-4), quantity }],
    {
      fulfilment: isLast ? 'shipped' : 'part-shipped',
      shipped_at: new Date(now),
      ...(isLast ? { auto_confirm_at: new Date(autoConfirmAt(row.delivery_kind, now)) } : {}),
    },
  )
  await tellShopper(trx, deps, row, parcel, { parcelId, isPart: !isLast })
  return ok({
    before: { fulfilment: row.fulfilment },
    after: { carrier: parcel.carrier, trackingTail: parcel.trackingNo.slice(-4), quantity, isLast },
  })
}

const tellShopper = async (
  trx: Trx,
  deps: Deps,
  row: OrderRow,
  { carrier, trackingNo }: Parcel,
  { parcelId, isPart }: { readonly parcelId: string; readonly isPart: boolean },
): Promise<void> => {
  if (row.member_id === null) return
  const facts = {
    ...{ orderId: row.id as OrderId, title: row.first_title, isPart },
    ...{ carrier, trackingTail: trackingNo.slice(-4) },
  }
  await tell(trx, deps, [{ kind: 'order-shipped', memberId: row.member_id as MemberId, subject: parcelId, facts }])
}

const writeParcel = async (
  trx: Trx,
  deps: Deps,
  caller: StaffCaller,
  row: OrderRow,
  parcel: Parcel,
  parts: readonly ParcelPart[],
): Promise<string> => {
  const id = deps.newId('pcl')
  await trx
    .with('sent', (db) =>
      db
        .insertInto('outbox')
        .values([letterRow(deps, { topic: 'shipping.upload', subject: row.id }), ...cardLetters(deps, row)]),
    )
    .insertInto('parcel')
    .values({
      store_id: deps.storeId,
      id,
      order_id: row.id,
      carrier: parcel.carrier,
      tracking_no: parcel.trackingNo,
      lines: JSON.stringify(parts),
      staff_id: caller.staffId,
      shipped_at: new Date(deps.now()),
    })
    .execute()
  await takeForParcel(trx, deps, row.id, parts)
  return id
}
