/** The leader's workbench: writing sales, who ordered, counting in and handing over. Everything is the signed-in leader's own. */
import { leader } from '@/contract/leader'
import { serve } from '../runtime/serve'
import { handingOver } from './handing-over'
import { writing } from './writing'

export const main = serve(leader, { ...writing, ...handingOver })
