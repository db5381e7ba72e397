/** Bags of an evening: paid orders that are picked up at the sale's points, each with what is in it. */
import { sql } from 'kysely'
import type { MemberId, OrderId, PickupPointId, ScanId, StaffId } from '@/domain/ids'
import type { TradeState } from '@/domain/order/trade'
import type { BagState } from '@/domain/pickup/bag'
import type { ScanRecord } from '@/domain/pickup/merge-scans'
import type { ChainItem } from '@/domain/sale/chain'
import { epochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { bagOwner } from './sold-lines.sql'

export type BagRow = {
  orderId: OrderId
  owner: string
  number: number
  buyerName: string
  buyerPhone: string | null
  forName: string | null
  trade: TradeState
  bagState: BagState
  pickupPointId: PickupPointId | null
  plainCode: string | null
  items: readonly ChainItem[]
}

/** By number. A bag that a shortage emptied stays on the list: its neighbour will ask for it. */
export const readBags = async (deps: Deps, saleId: string): Promise<BagRow[]> =>
  (
    await sql<BagRow>`
    select so.order_id as "orderId", ${sql.raw(bagOwner)} as owner, so.number, o.buyer_name as "buyerName", o.buyer_phone as "buyerPhone",
      so.for_name as "forName", o.trade, so.bag_state as "bagState", o.pickup_point_id as "pickupPointId", o.pickup_code as "plainCode",
      (select json_agg(json_build_object('label', coalesce(sl.label, l.title), 'quantity', l.quantity - l.refunded_quantity) order by l.line_no)
        from order_line l left join sale_line sl on sl.store_id = l.store_id and sl.sale_id = so.sale_id and sl.sku_id = l.sku_id
        where l.store_id = so.store_id and l.order_id = so.order_id) as items
    from sale_order so join orders o on o.store_id = so.store_id and o.id = so.order_id
    where so.store_id = ${deps.storeId} and so.sale_id = ${saleId} and so.number is not null and so.paid_at is not null
      and o.delivery_kind = 'pickup'
      and (so.gone_at is null or exists (select from shortage_cut c where c.store_id = so.store_id and c.order_id = so.order_id))
    order by so.number`.execute(deps.db)
  ).rows

type Stored = Omit<ScanRecord, 'at' | 'by'> & { at: Date; by: string }

/** Every scan of the sale that counted; with `orderIds` only theirs. */
export const readScans = async (
  db: Db | Trx,
  deps: Deps,
  saleId: string,
  orderIds: readonly string[] | null = null,
): Promise<ScanRecord[]> =>
  (
    await sql<Stored>`
    select scan_id as "scanId", order_id as "orderId", code_step as "codeStep", mac, at, device, by_id as "by",
      pickup_point_id as "pickupPointId"
    from hand_over_scan
    where store_id = ${deps.storeId} and sale_id = ${saleId} and (${orderIds === null}::boolean or order_id = any(${[...(orderIds ?? [])]}::text[]))
    order by order_id, at, scan_id`.execute(db)
  ).rows.map(({ at, by, ...scan }) => ({ ...scan, at: epochMs(at.getTime()), by: by as MemberId | StaffId }))

/** Which of these ids stand for scans of other sales, or of orders that were not asked about. */
export const scansElsewhere = async (
  trx: Trx,
  deps: Deps,
  scanIds: readonly ScanId[],
  known: readonly ScanRecord[],
): Promise<Set<ScanId>> => {
  const rows = await trx
    .selectFrom('hand_over_scan')
    .select('scan_id')
    .where('store_id', '=', deps.storeId)
    .where('scan_id', 'in', [...scanIds])
    .execute()
  const here = new Set(known.map((scan) => scan.scanId))
  return new Set(rows.map((row) => row.scan_id as ScanId).filter((id) => !here.has(id)))
}

/** Only what is new: a scan that is stored already stays as it was. */
export const writeScans = async (
  trx: Trx,
  deps: Deps,
  saleId: string,
  scans: readonly ScanRecord[],
  by: 'leader' | 'staff',
): Promise<void> => {
  if (scans.length === 0) return
  await trx
    .insertInto('hand_over_scan')
    .values(
      scans.map((scan) => ({
        store_id: deps.storeId,
        scan_id: scan.scanId,
        sale_id: saleId,
        order_id: scan.orderId,
        code_step: scan.codeStep,
        mac: scan.mac,
        at: new Date(scan.at),
        device: scan.device,
        by_kind: by,
        by_id: scan.by,
        pickup_point_id: scan.pickupPointId,
        arrived_at: new Date(deps.now()),
      })),
    )
    .execute()
}
