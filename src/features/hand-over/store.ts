/** What the phone holds for handing over, alive while the program is and kept after it: kits, scans, and the way they reach the shop. */
import { create } from 'zustand'
import type { HandOverKit } from '@/contract/leader'
import type { MemberId, PickupPointId, SaleId, ScanId } from '@/domain/ids'
import { epochMs, SECOND, type EpochMs } from '@/domain/time'
import { call, read, type Answer, type CallAnswer } from '@/platform/call'
import { asMember, useSession } from '@/platform/session'
import { newScanId, phoneId } from '@/platform/scan-id'
import { keep, recall, type KeptKit } from '@/platform/storage'
import type { PhoneScan } from '@/platform/phone-scan'
import { nextParcel, waitingOf, withAnswers, without, withScans } from './queue'
import type { Verdict } from './judge'

/** Tonight's and the leftovers of yesterday. */
const MOST_KITS = 3
/** Below that it is the way of the answer, not the clock. */
const CLOCK_SLACK = 5 * SECOND

type Held = {
  readonly kits: readonly KeptKit[]
  readonly scans: readonly PhoneScan[]
  readonly isSyncing: boolean
  /** The shop could not be reached when it was tried last. */
  readonly isCut: boolean
}

export const useHeld = create<Held>(() => ({
  kits: recall('kits') ?? [],
  scans: recall('scans') ?? [],
  isSyncing: false,
  isCut: false,
}))

const put = (held: Partial<Pick<Held, 'kits' | 'scans'>>): void => {
  useHeld.setState(held)
  if (held.kits) keep('kits', held.kits)
  if (held.scans) keep('scans', held.scans)
}

const phoneNow = (): EpochMs => epochMs(Date.now())

/** Kits of whoever is signed in; before that is known, whatever is there: a phone without a network can't ask. */
export const ownKits = (kits: readonly KeptKit[], me: MemberId | undefined): readonly KeptKit[] =>
  me === undefined ? kits : kits.filter(({ of }) => of === me)

/** The time in the shop, from when the kit was packed: a phone whose clock is wrong still reads codes right. */
export const shopNow = ({ aheadMs }: Pick<KeptKit, 'aheadMs'>, now: EpochMs = phoneNow()): EpochMs =>
  epochMs(now + (Math.abs(aheadMs) < CLOCK_SLACK ? 0 : aheadMs))

/** Nothing came back, or nobody could come in. */
const isCutOff = (answer: Answer<unknown> | null): boolean => !answer || (!answer.ok && answer.fault !== undefined)

/** Fetches a kit and keeps it; what is kept already stays where the shop can't be reached. */
export const fetchKit = async (saleId: SaleId): Promise<CallAnswer<'leader', 'kit'> | null> => {
  const answer = await asMember(() => read('leader', 'kit', { saleId }))
  const { me } = useSession.getState()
  useHeld.setState({ isCut: isCutOff(answer) })
  if (answer?.ok && me) keepKit(answer.data, me.id)
  return answer
}

const keepKit = (kit: HandOverKit, of: MemberId): void => {
  const aheadMs = kit.madeAt - Date.now()
  const others = useHeld.getState().kits.filter((kept) => kept.kit.saleId !== kit.saleId && kept.of === of)
  put({ kits: [{ of, kit, aheadMs }, ...others].slice(0, MOST_KITS) })
}

/** Writes down that the bag is gone: one scan for each order in it, the proved one with its code. Then the shop is told, if it can be. */
export const giveOut = (verdict: Extract<Verdict, { kind: 'give' }>, here: PickupPointId | null): void => {
  const { kits, scans } = useHeld.getState()
  const kept = kits.find(({ kit }) => kit.saleId === verdict.kit.saleId)
  if (!kept) return
  const at = shopNow(kept)
  const made = verdict.bags.map((bag, place): PhoneScan => {
    const code = place === 0 ? verdict.code : null
    return {
      scanId: newScanId(at),
      saleId: verdict.kit.saleId,
      orderId: bag.orderId,
      codeStep: code?.step ?? null,
      mac: code?.mac ?? null,
      at,
      device: phoneId(),
      by: kept.of,
      pickupPointId: here ?? bag.pickupPointId,
      answer: null,
    }
  })
  put({ scans: withScans(scans, made) })
  void sync()
}

/** Lets go of a trouble that somebody has read. */
export const letGo = (scanId: ScanId): void => put({ scans: without(useHeld.getState().scans, scanId) })

let flight: Promise<number> | null = null

/** Sends what waits; answers how many bags the shop took in. However many ask, it is sent once at a time. */
export const sync = (): Promise<number> => {
  flight ??= sendAll().finally(() => (flight = null))
  return flight
}

const sendAll = async (): Promise<number> => {
  if (waitingOf(useHeld.getState().scans).length === 0) return 0
  useHeld.setState({ isSyncing: true })
  let taken = 0
  for (let parcel = ownParcel(); parcel; parcel = ownParcel()) {
    const { saleId } = parcel
    const scans = parcel.scans.map(({ scanId, orderId, codeStep, mac, at, device, pickupPointId }) => ({
      ...{ scanId, orderId, codeStep, mac },
      ...{ at, device, pickupPointId },
    }))
    const answer = await asMember(() => call('leader', 'sync', { saleId, scans }))
    useHeld.setState({ isCut: isCutOff(answer) })
    if (!answer?.ok) break
    const { answers } = answer.data
    put({ scans: withAnswers(useHeld.getState().scans, answers, phoneNow()) })
    taken += answers.filter(({ outcome }) => outcome === 'handed').length
    // an answer that leaves something out would be asked for for ever
    if (answers.length < scans.length) break
  }
  useHeld.setState({ isSyncing: false })
  return taken
}

/** Nobody sends what another leader has scanned on this phone. */
const ownParcel = () => {
  const { me } = useSession.getState()
  return nextParcel(useHeld.getState().scans.filter(({ by }) => me === null || by === me.id))
}
