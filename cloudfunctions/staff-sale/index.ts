/** Group sales as the staff run them: all leaders', and the store's own. Who looks after single pick-up points sees the sales of these. */
import { staffSale } from '@/contract/staff-sale'
import { serve } from '../runtime/serve'
import { handingOver } from './handing-over'
import { writing } from './writing'

export const main = serve(staffSale, { ...writing, ...handingOver })
