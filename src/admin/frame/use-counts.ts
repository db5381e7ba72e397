/** What waits for somebody, beside the names of the rail; asked once a minute, of what one may see. */
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import type { RailCount } from './screens'

/** The counts are asked for, not the rows. */
const LEAST = { page: 1, pageSize: 5 } as const
const every = 60_000

export const useCounts = (): { [K in RailCount]?: number | undefined } => {
  const can = useCan()
  const { data: today } = useCloud('staff-order', 'today', {}, { isOff: !can('order.read'), every })
  const { data: leaders } = useCloud(
    'staff-community',
    'leaders',
    { state: 'applied', ...LEAST },
    { isOff: !can('community.write'), every },
  )
  const { data: payouts } = useCloud(
    'staff-commission',
    'payouts',
    { state: 'proposed', ...LEAST },
    { isOff: !can('payout.check') || !can('commission.read'), every },
  )
  return {
    toShip: today?.counts.toShip,
    deadLetters: today?.counts.deadLetters,
    applications: leaders?.counts.applied,
    payoutsToCheck: payouts?.counts.proposed,
  }
}
