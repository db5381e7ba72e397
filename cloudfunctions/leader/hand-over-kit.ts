/** Everything a leader's phone needs to hand over an evening's bags without a network, in one call. */
import type { HandOverKit, KitBag, leader as contract, ScanFacts } from '@/contract/leader'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import type { OrderId } from '@/domain/ids'
import type { ScanRecord } from '@/domain/pickup/merge-scans'
import { ok, type Result } from '@/domain/result'
import { itemsText } from '@/domain/sale/chain'
import { groupBy } from '@/domain/sale/group-by'
import { epochMs } from '@/domain/time'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'
import { pickupKeysOf } from '../sale/pickup-keys'
import { bagNow } from './bag-now'
import { readBags, readScans, type BagRow } from './bags.sql'
import { findSale, unknownSale } from './find-sale'
import { shownName } from './list-sale-orders'
import { readPoints } from './points.sql'

type Kit = typeof contract.kit

export const packKit = async (
  deps: Deps,
  caller: MemberCaller,
  { saleId }: ParsedOf<Kit>,
): Promise<Result<HandOverKit, RefusalOf<Kit>>> => {
  const sale = await findSale(deps, caller, saleId)
  if (!sale) return unknownSale()
  const [bags, scans, pickupPoints] = await Promise.all([
    readBags(deps, saleId),
    readScans(deps.db, deps, saleId),
    readPoints(deps, sale.pickup_point_ids),
  ])
  return ok({
    saleId,
    title: sale.title,
    madeAt: deps.now(),
    handOverFromAt: epochMs(sale.hand_over_from_at.getTime()),
    handOverUntilAt: epochMs(sale.hand_over_until_at.getTime()),
    keepDays: sale.keep_days,
    pickupPoints,
    bags: kitBags(deps, caller, sale, bags, scans),
  })
}

const kitBags = (
  deps: Deps,
  caller: MemberCaller,
  sale: SaleRow,
  bags: readonly BagRow[],
  scans: readonly ScanRecord[],
): KitBag[] => {
  const keyOf = pickupKeysOf(deps, sale.id as HandOverKit['saleId'])
  const firsts = new Map<OrderId, ScanRecord>()
  for (const scan of scans) if (!firsts.has(scan.orderId)) firsts.set(scan.orderId, scan)
  // two orders of one neighbour at one place lie in one bag, with both numbers on it
  const together = groupBy(
    bags.filter((bag) => unitsOf(bag) > 0),
    (bag) => `${bag.owner} ${bag.pickupPointId}`,
  )
  return bags.map((bag) => {
    const numbers = together.get(`${bag.owner} ${bag.pickupPointId}`)?.map((one) => one.number) ?? []
    const first = firsts.get(bag.orderId)
    return {
      orderId: bag.orderId,
      numbers: numbers.includes(bag.number) ? numbers : [bag.number],
      name: shownName(bag),
      phoneTail: bag.forName === null ? (bag.buyerPhone?.slice(-4) ?? null) : null,
      text: itemsText(bag.items),
      units: unitsOf(bag),
      trade: bag.trade,
      bag: bagNow(deps, sale, bag.bagState),
      pickupPointId: bag.pickupPointId,
      key: keyOf(bag.orderId),
      plainCode: bag.plainCode,
      handed: first ? scanFacts(first, caller) : null,
    }
  })
}

const unitsOf = ({ items }: BagRow): number => items.reduce((n, item) => n + item.quantity, 0)

export const scanFacts = (scan: ScanRecord, { memberId }: MemberCaller): ScanFacts => ({
  scanId: scan.scanId,
  at: scan.at,
  device: scan.device,
  byYou: scan.by === memberId,
  pickupPointId: scan.pickupPointId,
})
