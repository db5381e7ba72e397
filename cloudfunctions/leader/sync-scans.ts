/**
 * Takes in what phones have scanned, perhaps hours ago and without a network. However often and in whatever order scans come,
 * the earliest of an order handed it over; every scan is answered, the refused ones with their reason.
 */
import type { leader as contract, ScanAnswer } from '@/contract/leader'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import type { OrderId, PickupPointId, SaleId, ScanId } from '@/domain/ids'
import type { TradeState } from '@/domain/order/trade'
import { verifyPickupCode, type CodeNo, type Sign } from '@/domain/pickup/code'
import { mayHandOver, type HandOverNo, type Reach } from '@/domain/pickup/hand-over'
import { clampScan, mergeScans, type Merged, type ScanRecord } from '@/domain/pickup/merge-scans'
import { ok, type Result } from '@/domain/result'
import type { SaleState } from '@/domain/sale/sale'
import { epochMs } from '@/domain/time'
import type { MemberCaller } from '../runtime/caller'
import { retryConflicts } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { pickupKeysOf, signWith } from '../sale/pickup-keys'
import { readScans, scansElsewhere, writeScans } from './bags.sql'
import { lockKeptSale, unknownSale } from './find-sale'
import { scanFacts } from './hand-over-kit'
import { completeOrders, lockBags, noteHanded, type LockedBag } from './hand-over'

type Sync = typeof contract.sync
type Input = ParsedOf<Sync>
type Why = Extract<ScanAnswer, { outcome: 'refused' }>['why']

export const syncScans = (
  deps: Deps,
  caller: MemberCaller,
  input: Input,
): Promise<Result<OutputOf<Sync>, RefusalOf<Sync>>> =>
  retryConflicts(() => deps.db.transaction().execute((trx) => sync(trx, deps, caller, input)))

const sync = async (
  trx: Trx,
  deps: Deps,
  caller: MemberCaller,
  { saleId, scans }: Input,
): Promise<Result<OutputOf<Sync>, RefusalOf<Sync>>> => {
  const sale = await lockKeptSale(trx, deps, caller, saleId)
  if (!sale) return unknownSale()
  const orderIds = [...new Set(scans.map((scan) => scan.orderId))]
  const bags = await lockBags(trx, deps, saleId, orderIds)
  const known = await readScans(trx, deps, saleId, orderIds)
  const scanIds = scans.map((scan) => scan.scanId)
  const judge = judgeOf({
    known,
    elsewhere: await scansElsewhere(trx, deps, scanIds, known),
    bags,
    reach: { pickupPointIds: sale.pickup_point_ids as PickupPointId[] | null },
    signOf: signsOf(deps, saleId),
    hasGoods: AFTER_ORDERS.includes(sale.state),
  })
  const closedAt = epochMs((sale.closed_at ?? sale.starts_at).getTime())
  const judged = scans.map((scan) => {
    const record = clampScan({ ...scan, by: caller.memberId }, deps.now(), closedAt)
    return { record, why: judge(record) }
  })
  const merged = mergeScans(
    known,
    judged.filter((one) => one.why === null).map((one) => one.record),
  )
  await write(trx, deps, saleId, bags, known, merged)
  const verdicts = new Map(merged.verdicts.map((verdict) => [verdict.scanId, verdict]))
  const answers = judged.map(({ record: { scanId }, why }): ScanAnswer => {
    const verdict = verdicts.get(scanId)
    if (why !== null || !verdict) return { scanId, outcome: 'refused', why: why ?? 'unknown' }
    return verdict.outcome === 'handed' ? verdict : { ...verdict, first: scanFacts(verdict.first, caller) }
  })
  return ok({ answers })
}

/** While a sale takes orders there is nothing to hand over, whatever a phone says: its orders would be complete without goods. */
const AFTER_ORDERS: readonly SaleState[] = ['closed', 'picking', 'delivered', 'settled']

type Facts = {
  readonly known: readonly ScanRecord[]
  readonly elsewhere: ReadonlySet<ScanId>
  readonly bags: ReadonlyMap<OrderId, LockedBag>
  readonly reach: Reach
  readonly signOf: (orderId: OrderId) => Sign
  readonly hasGoods: boolean
}

/** Why a scan doesn't count; null if it does, be it as a duplicate. */
const judgeOf = ({ known, elsewhere, bags, reach, signOf, hasGoods }: Facts): ((scan: ScanRecord) => Why | null) => {
  const knownIds = new Set(known.map((scan) => scan.scanId))
  return (scan) => {
    if (knownIds.has(scan.scanId)) return null
    const bag = bags.get(scan.orderId)
    if (!bag || elsewhere.has(scan.scanId)) return 'unknown'
    const codeNo = codeFault(scan, signOf)
    if (codeNo) return codeNo
    const may = mayHandOver(
      {
        trade: bag.order.trade as TradeState,
        state: bag.state,
        pickupPointId: bag.order.pickup_point_id as PickupPointId | null,
        units: bag.units,
        handedBy: null,
      },
      reach,
    )
    if (!may.ok) return whyOf[may.refusal.code]
    return hasGoods ? null : 'not-ready'
  }
}

/** Who has been ticked by hand showed no code. A code counts as of the instant at which it was scanned. */
const codeFault = ({ orderId, codeStep, mac, at }: ScanRecord, signOf: Facts['signOf']): Why | null => {
  if (codeStep === null && mac === null) return null
  if (codeStep === null || mac === null) return 'forged'
  const verified = verifyPickupCode({ orderId, step: codeStep, mac }, signOf(orderId), at)
  return verified.ok ? null : codeWhy[verified.refusal.code]
}

const codeWhy = {
  'pickup.forged': 'forged',
  'pickup.stale': 'stale',
  'pickup.ahead': 'ahead',
} as const satisfies Record<CodeNo['code'], Why>

const whyOf = {
  // fetched already: it counts, as a duplicate or, if it was earlier, as the one that handed over
  'pickup.handed': null,
  'pickup.elsewhere': 'elsewhere',
  'pickup.nothing-left': 'nothing-left',
  'pickup.not-ready': 'not-ready',
  'pickup.returned': 'returned',
} as const satisfies Record<HandOverNo['code'], Why | null>

const signsOf = (deps: Deps, saleId: SaleId): ((orderId: OrderId) => Sign) => {
  const keyOf = pickupKeysOf(deps, saleId)
  return (orderId) => signWith(keyOf(orderId))
}

const write = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  bags: ReadonlyMap<OrderId, LockedBag>,
  known: readonly ScanRecord[],
  merged: Merged,
): Promise<void> => {
  const before = new Set(known.map((scan) => scan.scanId))
  const added = merged.scans.filter((scan) => !before.has(scan.scanId))
  if (added.length === 0) return
  await writeScans(trx, deps, saleId, added, 'leader')
  const gone = merged.newlyHanded.flatMap((orderId) => bags.get(orderId)?.order ?? [])
  await completeOrders(trx, deps, gone)
  await noteHanded(trx, deps, saleId, firstsOf(merged.scans, added))
}

/** The earliest scans of those orders that something was added to. */
const firstsOf = (scans: readonly ScanRecord[], added: readonly ScanRecord[]): ScanRecord[] => {
  const touched = new Set(added.map((scan) => scan.orderId))
  const firsts = new Map<OrderId, ScanRecord>()
  for (const scan of scans) if (touched.has(scan.orderId) && !firsts.has(scan.orderId)) firsts.set(scan.orderId, scan)
  return [...firsts.values()]
}
