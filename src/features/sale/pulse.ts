/** How the page of a sale stays true while it is looked at: what a pulse brings is put into the page, and how soon the next one comes. */
import type { SalePulse, SaleView } from '@/contract/sale'
import { MINUTE, SECOND, type EpochMs } from '@/domain/time'

const BRISK = 3 * SECOND
const CALM = 8 * SECOND
const SLOW = 20 * SECOND
/** Around the end and the start something is bound to happen. */
const AROUND = 30 * SECOND

/** Milliseconds until the next question; null is never. `quietMs`: how long nothing has changed. */
export const paceOf = ({ state, startsAt, endsAt }: SaleView, quietMs: number, now: EpochMs): number | null => {
  if (state === 'settled' || state === 'cancelled') return null
  if ([startsAt, endsAt].some((at) => Math.abs(at - now) < AROUND)) return BRISK
  if (state !== 'open') return SLOW
  if (quietMs < 2 * MINUTE) return BRISK
  return quietMs < 10 * MINUTE ? CALM : SLOW
}

/** The page with what has moved; everything else of it stays the same object, so that only what changed is drawn. */
export const pulsed = (view: SaleView, { lines, ...pulse }: SalePulse): SaleView => {
  const moved = new Map(lines.map((line) => [line.skuId, line]))
  return {
    ...view,
    ...pulse,
    canOrder: view.canOrder && pulse.state === 'open',
    lineViews: view.lineViews.map((line) => {
      const now = moved.get(line.skuId)
      return now && isMoved(line, now) ? { ...line, ...now } : line
    }),
  }
}

type Line = SaleView['lineViews'][number]

const isMoved = (line: Line, now: SalePulse['lines'][number]): boolean =>
  line.priceFen !== now.priceFen ||
  line.sold !== now.sold ||
  line.left !== now.left ||
  line.leftForYou !== now.leftForYou

/** Entries that were not there before, for those who listen: `null` where none came. */
export const newestOf = (before: SaleView, after: SaleView): string | null => {
  const [top] = after.chain
  return top && !top.isPending && after.chainCount > before.chainCount ? `${top.name} ${top.text}` : null
}
