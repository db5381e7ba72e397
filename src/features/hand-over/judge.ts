/** What is said at the door to a code, a number or a name, from what the phone knows: the same rules as the shop's, without a network. */
import type { HandOverKit, KitBag, ScanFacts } from '@/contract/leader'
import type { PickupPointId } from '@/domain/ids'
import { readPickupCode, verifyPickupCode, type CodeNo, type PickupCode, type Sign } from '@/domain/pickup/code'
import { mayHandOver, type HandOverNo } from '@/domain/pickup/hand-over'
import type { EpochMs } from '@/domain/time'
import type { PhoneScan } from '@/platform/phone-scan'
import { handedOf } from './queue'

export type Known = {
  readonly kits: readonly HandOverKit[]
  readonly scans: readonly PhoneScan[]
  /** Where the leader stands; null: at whichever point of the sale. */
  readonly here: PickupPointId | null
  readonly signOf: (key: string) => Sign
}

type Found = { readonly kit: HandOverKit; readonly bag: KitBag }
type Stop = 'stale' | 'ahead' | 'forged' | 'elsewhere' | 'nothing-left' | 'not-ready' | 'returned'
export type Verdict =
  /** `bags`: all orders that lie in the one bag, the shown one first. `code`: what proved it; null where the name was ticked. */
  | ({ readonly kind: 'give'; readonly bags: readonly KitBag[]; readonly code: PickupCode | null } & Found)
  | ({ readonly kind: 'handed'; readonly first: ScanFacts | null } & Found)
  | ({ readonly kind: Stop; readonly place: PickupPointId | null } & Found)
  | { readonly kind: 'unknown' }
  /** No code of ours at all. */
  | { readonly kind: 'strange' }

/** A scanned code: the rotating one, or the six digits as a picture. */
export const judgeText = (text: string, known: Known, at: EpochMs): Verdict => {
  const code = readPickupCode(text)
  if (!code) return judgePlain(text.trim(), known)
  const found = findBag(known.kits, (bag) => bag.orderId === code.orderId)
  if (!found) return { kind: 'unknown' }
  const verified = verifyPickupCode(code, known.signOf(found.bag.key), at)
  const no = judgeBag(found, known, code)
  // who was here already hears that, however old the picture of the code is; a forged one hears nothing of it
  if (no.kind === 'handed' && (verified.ok || verified.refusal.code !== 'pickup.forged')) return no
  return verified.ok ? no : { kind: codeStops[verified.refusal.code], place: found.bag.pickupPointId, ...found }
}

const codeStops = {
  'pickup.forged': 'forged',
  'pickup.stale': 'stale',
  'pickup.ahead': 'ahead',
} as const satisfies Record<CodeNo['code'], Stop>

const PLAIN = /^\d{6}$/

const judgePlain = (digits: string, known: Known): Verdict => {
  if (!PLAIN.test(digits)) return { kind: 'strange' }
  const found = findBag(known.kits, (bag) => bag.plainCode === digits)
  return found ? judgeBag(found, known, null) : { kind: 'unknown' }
}

const findBag = (kits: readonly HandOverKit[], isIt: (bag: KitBag) => boolean): Found | null => {
  for (const kit of kits) {
    const bag = kit.bags.find(isIt)
    if (bag) return { kit, bag }
  }
  return null
}

/** A bag that was found by its code, or picked from the list. */
export const judgeBag = (found: Found, known: Known, code: PickupCode | null): Verdict => {
  const { kit, bag } = found
  const first = handedOf(bag, known.scans)
  if (first !== null) return { kind: 'handed', first: first === 'somehow' ? null : first, ...found }
  const may = mayHandOver(
    { trade: bag.trade, state: bag.bag, pickupPointId: bag.pickupPointId, units: bag.units, handedBy: null },
    { pickupPointIds: reachOf(kit, known.here) },
  )
  if (!may.ok) return { kind: bagStops[may.refusal.code], place: bag.pickupPointId, ...found }
  return { kind: 'give', bags: [bag, ...besides(kit, bag, known)], code, ...found }
}

const bagStops = {
  // a bag that is marked so was answered above
  'pickup.handed': 'returned',
  'pickup.elsewhere': 'elsewhere',
  'pickup.nothing-left': 'nothing-left',
  'pickup.not-ready': 'not-ready',
  'pickup.returned': 'returned',
} as const satisfies Record<HandOverNo['code'], Stop>

const reachOf = ({ pickupPoints }: HandOverKit, here: PickupPointId | null): readonly PickupPointId[] | null => {
  if (pickupPoints.length === 0) return null
  const all = pickupPoints.map(({ id }) => id)
  return here !== null && all.includes(here) ? [here] : all
}

/** Other orders of the same neighbour that lie in the same bag and have not gone yet. */
const besides = (kit: HandOverKit, bag: KitBag, { scans }: Known): KitBag[] =>
  bag.numbers.length < 2
    ? []
    : kit.bags.filter(
        (other) =>
          other.orderId !== bag.orderId &&
          other.numbers.join() === bag.numbers.join() &&
          other.pickupPointId === bag.pickupPointId &&
          other.units > 0 &&
          handedOf(other, scans) === null,
      )

/** By number, by name, by the end of the phone number, by what is in it. */
export const isWanted = (bag: KitBag, text: string): boolean => {
  const wanted = text.trim()
  if (wanted === '') return true
  const isNumber = /^\d{1,4}$/.test(wanted) && (bag.numbers.includes(Number(wanted)) || bag.phoneTail === wanted)
  return isNumber || bag.plainCode === wanted || (!/^\d+$/.test(wanted) && `${bag.name} ${bag.text}`.includes(wanted))
}
