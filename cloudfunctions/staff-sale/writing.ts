/** Looking at sales, writing the store's own and moving any. */
import type { staffSale } from '@/contract/staff-sale'
import type { UseCases } from '../runtime/serve'
import { listGoods } from './list-goods'
import { listSales } from './list-sales'
import { moveSale } from './move-sale'
import { openDraft } from './open-draft'
import { openSale } from './sale-view'
import { saveSale } from './save-sale'

export const writing = {
  sales: listSales,
  sale: openSale,
  catalogue: listGoods,
  draft: openDraft,
  save: saveSale,
  move: moveSale,
} satisfies Partial<UseCases<typeof staffSale>>
