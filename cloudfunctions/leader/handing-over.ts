/** From who ordered to the bag in the neighbour's hands. */
import type { leader } from '@/contract/leader'
import type { UseCases } from '../runtime/serve'

type HandingOver =
  | 'orders'
  | 'nudge'
  | 'rollUp'
  | 'receive'
  | 'shortage'
  | 'allocate'
  | 'packing'
  | 'exportOrders'
  | 'kit'
  | 'sync'
  | 'returnBag'

export const handingOver = {} as Pick<UseCases<typeof leader>, HandingOver>
