/** Flash sales as everybody sees them. They are bought in `order/`, by the same placing as everything else. */
import { flash } from '@/contract/flash'
import { serve } from '../runtime/serve'
import { listSlots } from './list-slots'

export const main = serve(flash, { slots: listSlots })
