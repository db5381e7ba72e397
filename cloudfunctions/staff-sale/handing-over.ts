/** Who ordered, what came, who goes short, what is printed. */
import type { staffSale } from '@/contract/staff-sale'
import { allocateShortage } from '../leader/allocate-shortage'
import { exportSaleOrders } from '../leader/export-sale-orders'
import { packBags } from '../leader/pack-bags'
import { previewShortage } from '../leader/preview-shortage'
import { receiveGoods } from '../leader/receive-goods'
import type { UseCase, UseCases } from '../runtime/serve'
import { listOrders } from './list-orders'
import { refundNoShow } from './refund-no-show'
import { rollUpDay } from './roll-up-day'
import { readStaffSale } from './sale-view'

const receive: UseCase<typeof staffSale.receive> = async (deps, caller, input) => {
  const done = await receiveGoods(deps, caller, input)
  return done.ok ? readStaffSale(deps, caller, input.saleId) : done
}

export const handingOver = {
  orders: listOrders,
  receive,
  shortage: previewShortage,
  allocate: allocateShortage,
  packing: packBags,
  day: rollUpDay,
  exportOrders: exportSaleOrders,
  refundNoShow,
} satisfies Partial<UseCases<typeof staffSale>>
