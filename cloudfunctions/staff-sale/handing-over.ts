/** Who ordered, what came, who goes short, what is printed. */
import type { staffSale } from '@/contract/staff-sale'
import type { UseCases } from '../runtime/serve'

type HandingOver = 'orders' | 'receive' | 'shortage' | 'allocate' | 'packing' | 'day' | 'exportOrders' | 'refundNoShow'

export const handingOver = {} as Pick<UseCases<typeof staffSale>, HandingOver>
