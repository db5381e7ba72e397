/** Points and the member level, as their owner sees them. Orders earn and spend them in `order/` and `payment/`. */
import { points } from '@/contract/points'
import { serve } from '../runtime/serve'
import { openPoints } from './open-points'

export const main = serve(points, { mine: openPoints })
