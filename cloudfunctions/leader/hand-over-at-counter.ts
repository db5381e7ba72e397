/** A bag of a group sale that went over the store's counter against its six digits: for the leader's phone it is a scan like any other. */
import { epochMs } from '@/domain/time'
import type { OrderId, PickupPointId, StaffId } from '@/domain/ids'
import type { OrderRow } from '../order/lock-order'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { writeScans } from './bags.sql'
import { noteHanded } from './hand-over'

/** What the clerk's scan says it was made on: the page of the staff knows of no phone. */
const COUNTER = '店里柜台'

/** The order and its sale are locked. Orders without a sale cost nothing here. */
export const noteCounterScan = async (trx: Trx, deps: Deps, order: OrderRow, staffId: StaffId): Promise<void> => {
  if (order.sale_id === null) return
  const scan = {
    scanId: deps.newId('scn'),
    orderId: order.id as OrderId,
    codeStep: null,
    mac: null,
    at: epochMs(deps.now()),
    device: COUNTER,
    by: staffId,
    pickupPointId: order.pickup_point_id as PickupPointId | null,
  }
  await writeScans(trx, deps, order.sale_id, [scan], 'staff')
  await noteHanded(trx, deps, order.sale_id, [scan])
}
