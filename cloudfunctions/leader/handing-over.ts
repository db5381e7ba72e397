/** From who ordered to the bag in the neighbour's hands. */
import type { leader } from '@/contract/leader'
import { ok } from '@/domain/result'
import type { UseCase, UseCases } from '../runtime/serve'
import { allocateShortage } from './allocate-shortage'
import { exportSaleOrders } from './export-sale-orders'
import { packKit } from './hand-over-kit'
import { listSaleOrders } from './list-sale-orders'
import { nudgeUnpaid } from './nudge-unpaid'
import { packBags } from './pack-bags'
import { previewShortage } from './preview-shortage'
import { receiveGoods } from './receive-goods'
import { returnBag } from './return-bag'
import { rollUpOf, rollUpSale } from './roll-up-sale'
import { syncScans } from './sync-scans'

const receive: UseCase<typeof leader.receive> = async (deps, caller, input) => {
  const done = await receiveGoods(deps, caller, input)
  return done.ok ? ok(await rollUpOf(deps, input.saleId, null)) : done
}

export const handingOver = {
  orders: listSaleOrders,
  nudge: nudgeUnpaid,
  rollUp: rollUpSale,
  receive,
  shortage: previewShortage,
  allocate: allocateShortage,
  packing: packBags,
  exportOrders: exportSaleOrders,
  kit: packKit,
  sync: syncScans,
  returnBag,
} satisfies Partial<UseCases<typeof leader>>
