/** Writing a sale and looking after it until its goods are there. */
import type { leader } from '@/contract/leader'
import type { UseCases } from '../runtime/serve'
import { listDrafts } from './list-drafts'
import { listGoods } from './list-goods'
import { listSales } from './list-sales'
import { moveMySale } from './move-sale'
import { openBoard } from './open-board'
import { openDraft } from './open-draft'
import { openWorkbench } from './open-workbench'
import { saveSale } from './save-sale'
import { withdrawDraft } from './withdraw-draft'
import { writeDraft } from './write-draft'

export const writing = {
  today: openWorkbench,
  sales: listSales,
  board: openBoard,
  catalogue: listGoods,
  draft: openDraft,
  saveSale,
  moveSale: moveMySale,
  drafts: listDrafts,
  writeDraft,
  withdrawDraft,
} satisfies Partial<UseCases<typeof leader>>
