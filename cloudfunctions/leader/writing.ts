/** Writing a sale and looking after it until its goods are there. */
import type { leader } from '@/contract/leader'
import type { UseCases } from '../runtime/serve'

type Writing =
  | 'today'
  | 'sales'
  | 'board'
  | 'catalogue'
  | 'draft'
  | 'saveSale'
  | 'moveSale'
  | 'drafts'
  | 'writeDraft'
  | 'withdrawDraft'

export const writing = {} as Pick<UseCases<typeof leader>, Writing>
