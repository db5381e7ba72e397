/** Looking at sales, writing the store's own and moving any. */
import type { staffSale } from '@/contract/staff-sale'
import type { UseCases } from '../runtime/serve'

type Writing = 'sales' | 'sale' | 'catalogue' | 'draft' | 'save' | 'move'

export const writing = {} as Pick<UseCases<typeof staffSale>, Writing>
