/**
 * Scans come from several phones, late, twice and in any order. Whatever the order of arrival, the same scans give the same
 * answer: the earliest scan of an order handed it over, every other one is a duplicate that can say when, where and by whom.
 */
import type { MemberId, OrderId, PickupPointId, ScanId, StaffId } from '../ids'
import { epochMs, type EpochMs } from '../time'

/** Made on the phone, once for each scan, before it is known whether there is a network. */
export type ScanRecord = {
  readonly scanId: ScanId
  readonly orderId: OrderId
  /** Step and signature of the code that was shown; both null where the leader ticked the name by hand. */
  readonly codeStep: number | null
  readonly mac: string | null
  readonly at: EpochMs
  readonly device: string
  readonly by: MemberId | StaffId
  readonly pickupPointId: PickupPointId | null
}

/** `handed`: this scan handed the bag over. `duplicate`: `first` did. */
export type ScanVerdict =
  | { readonly scanId: ScanId; readonly outcome: 'handed' }
  | { readonly scanId: ScanId; readonly outcome: 'duplicate'; readonly first: ScanRecord; readonly sameDevice: boolean }

export type Merged = {
  /** All scans ever, each once, earliest first: what is stored. */
  readonly scans: readonly ScanRecord[]
  /** For the scans that just came, in their order. */
  readonly verdicts: readonly ScanVerdict[]
  /** Orders that were not handed over before. */
  readonly newlyHanded: readonly OrderId[]
}

/** A phone's clock may be wrong: no scan was made after it arrived, nor before there was anything to hand over. */
export const clampScan = (scan: ScanRecord, arrivedAt: EpochMs, notBefore: EpochMs): ScanRecord => ({
  ...scan,
  at: epochMs(Math.min(Math.max(scan.at, notBefore), arrivedAt)),
})

/** Equal instants are told apart by id: any rule will do, as long as every phone and the server use the same. */
const isBefore = (a: ScanRecord, b: ScanRecord): boolean => a.at < b.at || (a.at === b.at && a.scanId < b.scanId)

/**
 * Adds `incoming` to what is `known`. A scan id that is known already changes nothing: a queue that was sent twice gets the
 * answer it would have got the first time.
 */
export const mergeScans = (known: readonly ScanRecord[], incoming: readonly ScanRecord[]): Merged => {
  const byId = new Map(known.map((scan) => [scan.scanId, scan]))
  for (const scan of incoming) if (!byId.has(scan.scanId)) byId.set(scan.scanId, scan)
  const scans = [...byId.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const first = new Map<OrderId, ScanRecord>()
  for (const scan of scans) if (!first.has(scan.orderId)) first.set(scan.orderId, scan)
  const handedBefore = new Set(known.map((scan) => scan.orderId))
  return {
    scans,
    verdicts: incoming.map((scan) => verdictOf(byId.get(scan.scanId) ?? scan, first)),
    newlyHanded: [...first.keys()].filter((orderId) => !handedBefore.has(orderId)),
  }
}

const verdictOf = (scan: ScanRecord, firsts: ReadonlyMap<OrderId, ScanRecord>): ScanVerdict => {
  const first = firsts.get(scan.orderId)
  return !first || first.scanId === scan.scanId
    ? { scanId: scan.scanId, outcome: 'handed' }
    : { scanId: scan.scanId, outcome: 'duplicate', first, sameDevice: first.device === scan.device }
}
