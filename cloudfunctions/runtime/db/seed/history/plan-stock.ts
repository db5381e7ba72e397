/**
 * The ledger around the past orders: what came in so that nothing was ever sold that wasn't there, and what came in this
 * morning so that the shelf holds today what the catalogue says.
 */
import { DAY, HOUR, MINUTE, dayStart, later, type EpochMs } from '@/domain/time'
import { PAST_DAYS } from './plan-past'

export type Change = { readonly at: EpochMs; readonly quantity: number }
export type StockEntry = Change & { readonly kind: 'received' | 'adjusted' }

/** The van comes at 6:20. */
const VAN = 6 * HOUR + 20 * MINUTE
const vanBefore = (at: EpochMs): EpochMs => {
  const today = later(dayStart(at), VAN)
  return today < at ? today : later(today, -DAY)
}

/** `sold` are the changes that orders made, oldest first; `left` is what the shelf holds now. */
export const planStock = (sold: readonly Change[], left: number, now: EpochMs): StockEntry[] => {
  const opening: StockEntry = {
    at: later(dayStart(now), VAN - (PAST_DAYS + 1) * DAY),
    kind: 'received',
    quantity: Math.max(6, Math.ceil(left * 0.7)),
  }
  const entries = [opening]
  let balance = opening.quantity
  for (const { at, quantity } of sold) {
    if (balance + quantity < 0) {
      const refill = { at: vanBefore(at), kind: 'received', quantity: Math.max(12, left) } as const
      entries.push(refill)
      balance += refill.quantity
    }
    balance += quantity
  }
  if (balance < left) entries.push({ at: vanBefore(now), kind: 'received', quantity: left - balance })
  if (balance > left) entries.push({ at: later(now, -MINUTE), kind: 'adjusted', quantity: left - balance })
  return entries
}
