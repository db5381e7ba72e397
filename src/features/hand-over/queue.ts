/**
 * The queue of a phone that hands over: what was scanned, what the shop has said to it. Pure, so that dying in the middle of
 * an evening loses nothing: whatever is written down is what counts, and it may be sent any number of times.
 */
import type { KitBag, ScanAnswer, ScanFacts } from '@/contract/leader'
import type { OrderId, SaleId, ScanId } from '@/domain/ids'
import { DAY, type EpochMs } from '@/domain/time'
import type { PhoneScan } from '@/platform/phone-scan'

/** A contract's limit for one call. */
const MOST_AT_ONCE = 200
const KEPT_FOR = 2 * DAY

export const waitingOf = (scans: readonly PhoneScan[]): PhoneScan[] => scans.filter(({ answer }) => answer === null)

/** What goes out next, by sale, the oldest first. */
export const nextParcel = (
  scans: readonly PhoneScan[],
): { readonly saleId: SaleId; readonly scans: readonly PhoneScan[] } | null => {
  const waiting = waitingOf(scans).sort((a, b) => a.at - b.at)
  const [first] = waiting
  if (!first) return null
  const own = waiting.filter(({ saleId }) => saleId === first.saleId)
  return { saleId: first.saleId, scans: own.slice(0, MOST_AT_ONCE) }
}

/** A scan id that is there already changes nothing. */
export const withScans = (scans: readonly PhoneScan[], added: readonly PhoneScan[]): PhoneScan[] => {
  const known = new Set(scans.map(({ scanId }) => scanId))
  return [...scans, ...added.filter(({ scanId }) => !known.has(scanId))]
}

/** What the shop said; what is older than two days and answered is let go of. */
export const withAnswers = (scans: readonly PhoneScan[], answers: readonly ScanAnswer[], now: EpochMs): PhoneScan[] => {
  const byId = new Map(answers.map((answer) => [answer.scanId, answer]))
  return scans
    .map((scan) => ({ ...scan, answer: byId.get(scan.scanId) ?? scan.answer }))
    .filter(({ answer, at }) => answer === null || now - at < KEPT_FOR)
}

/** Answered, and somebody has to know: given out twice, or not counted. */
export type Trouble = PhoneScan & { readonly answer: Exclude<ScanAnswer, { outcome: 'handed' }> }
export const troublesOf = (scans: readonly PhoneScan[]): Trouble[] =>
  scans.filter((scan): scan is Trouble => scan.answer !== null && scan.answer.outcome !== 'handed' && !isHarmless(scan))

/** The same phone told twice of one bag: it went out once, nobody lost anything. */
const isHarmless = ({ answer }: PhoneScan): boolean => answer?.outcome === 'duplicate' && answer.sameDevice

export const without = (scans: readonly PhoneScan[], scanId: ScanId): PhoneScan[] =>
  scans.filter((scan) => scan.scanId !== scanId)

/** When, where and by which phone a bag went, as far as this phone knows; null while it is on the shelf. */
export const handedOf = (bag: KitBag, scans: readonly PhoneScan[]): ScanFacts | 'somehow' | null => {
  if (bag.handed) return bag.handed
  const own = scans.find((scan) => scan.orderId === bag.orderId && scan.answer?.outcome !== 'refused')
  if (own) return own.answer?.outcome === 'duplicate' ? own.answer.first : factsOf(own)
  return bag.bag === 'handed' ? 'somehow' : null
}

const factsOf = ({ scanId, at, device, pickupPointId }: PhoneScan): ScanFacts => ({
  scanId,
  at,
  device,
  byYou: true,
  pickupPointId,
})

/** Orders that this phone has handed over and the shop has not heard of. */
export const pendingOrders = (scans: readonly PhoneScan[]): ReadonlySet<OrderId> =>
  new Set(waitingOf(scans).map(({ orderId }) => orderId))
