/** The door: what was scanned, typed or ticked, and what is said to it. Works the same with and without a network. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { HandOverKit, KitBag } from '@/contract/leader'
import type { PickupPointId, SaleId } from '@/domain/ids'
import { SECOND, type EpochMs } from '@/domain/time'
import { buzz } from '@/platform/buzz'
import { useOnline } from '@/platform/network'
import { useIsVisible } from '@/platform/page'
import { scanCode } from '@/platform/scan-code'
import type { Trouble as ScreenTrouble } from '@/platform/screen'
import { useMe } from '@/platform/session'
import { signWith } from '@/platform/sign'
import type { KeptKit } from '@/platform/storage'
import { notify } from '@/ui/notice'
import { copy } from './copy'
import { judgeBag, judgeText, type Known, type Verdict } from './judge'
import { pendingOrders, troublesOf, waitingOf, type Trouble } from './queue'
import { fetchKit, giveOut, letGo, ownKits, shopNow, sync, useHeld } from './store'

const TRY_AGAIN = 15 * SECOND

/** What fills the screen: a bag that has gone, a bag to be checked by name, or why not. */
export type Shown = { readonly verdict: Verdict; readonly isGiven: boolean } | null

export type Door = {
  readonly kept: KeptKit | null
  /** Set where there is no kit and none could be fetched. */
  readonly trouble: ScreenTrouble | null
  readonly isAsking: boolean
  readonly known: Known
  readonly here: PickupPointId | null
  readonly isCut: boolean
  readonly shown: Shown
  readonly troubles: readonly Trouble[]
  readonly waiting: number
  readonly pending: ReadonlySet<string>
  readonly now: EpochMs | null
  readonly ask: () => Promise<void>
  readonly stand: (point: PickupPointId | null) => void
  readonly scan: () => void
  /** Six digits that were typed hand over at once; anything else is a search. True if it was a code. */
  readonly type: (text: string) => boolean
  readonly open: (bag: KitBag) => void
  readonly give: () => void
  readonly close: () => void
  readonly letGo: typeof letGo
}

export const useHandOver = (saleId: SaleId | null): Door => {
  const me = useMe()
  const isOnline = useOnline()
  const isVisible = useIsVisible()
  const { kits, scans, isCut } = useHeld()
  const own = ownKits(kits, me?.id)
  const kept = (saleId ? own.find(({ kit }) => kit.saleId === saleId) : own[0]) ?? null
  const [trouble, setTrouble] = useState<ScreenTrouble | null>(null)
  const [isAsking, setIsAsking] = useState(true)
  const [here, stand] = useState<PickupPointId | null>(null)
  const [shown, setShown] = useState<Shown>(null)

  const wanted = saleId ?? kept?.kit.saleId ?? null
  const ask = useCallback(async () => {
    if (wanted === null) return setIsAsking(false)
    setIsAsking(true)
    const taken = await sync()
    if (taken > 0) notify(copy.synced(taken), 'check')
    const answer = await fetchKit(wanted)
    setTrouble(answer?.ok ? null : (answer ?? { fault: { code: 'offline', requestId: null, retryable: true } }))
    setIsAsking(false)
  }, [wanted])
  // at the beginning, and whenever the network comes back
  useEffect(() => void ask(), [ask, isOnline])

  const waiting = waitingOf(scans).length
  useEffect(() => {
    if (waiting === 0 || !isVisible || !isOnline) return
    const timer = setInterval(() => void sync().then((n) => n > 0 && notify(copy.synced(n), 'check')), TRY_AGAIN)
    return () => clearInterval(timer)
  }, [waiting, isVisible, isOnline])

  // the sale in hand first, then what else the phone holds: yesterday's neighbour may stand in the same queue
  const others = own.filter((each) => each !== kept)
  const known: Known = {
    kits: kept ? [kept.kit, ...others.map(({ kit }) => kit)] : [],
    scans,
    here,
    signOf: signWith,
  }

  const show = (verdict: Verdict): void => {
    const isGiven = verdict.kind === 'give'
    if (isGiven) giveOut(verdict, here)
    buzz(isGiven ? 'done' : 'look')
    setShown({ verdict, isGiven })
  }
  const judge = (text: string): void => {
    if (!kept) return
    const verdict = judgeText(text, known, shopNow(kept))
    if (verdict.kind === 'strange') return notify(copy.strange, 'warn')
    show(verdict)
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned === 'none') return notify(copy.noCamera)
    if (scanned) judge(scanned.text)
  }
  const foundOf = (bag: KitBag): { kit: HandOverKit; bag: KitBag } | null => kept && { kit: kept.kit, bag }

  return {
    kept,
    trouble,
    isAsking,
    known,
    here,
    isCut: isCut || !isOnline,
    shown,
    troubles: useMemo(() => troublesOf(scans), [scans]),
    waiting,
    pending: useMemo(() => pendingOrders(scans), [scans]),
    now: kept && shopNow(kept),
    ask,
    stand,
    scan: () => void scan(),
    type: (text) => {
      if (!isCode(text, known.kits)) return false
      judge(text)
      return true
    },
    open: (bag) => {
      const found = foundOf(bag)
      if (found) setShown({ verdict: judgeBag(found, known, null), isGiven: false })
    },
    give: () => {
      if (!shown || shown.verdict.kind === 'unknown' || shown.verdict.kind === 'strange') return
      // ticked by name: whatever was wrong with the code, the bag itself must still be theirs to take
      show(judgeBag(shown.verdict, known, null))
    },
    close: () => setShown(null),
    letGo,
  }
}

/** Six digits of a bag that is here, or a whole code from a scanner that types. Any other six digits are looked for. */
const isCode = (text: string, kits: readonly HandOverKit[]): boolean =>
  /^QJ1:/i.test(text.trim()) ||
  (/^\d{6}$/.test(text.trim()) && kits.some(({ bags }) => bags.some((bag) => bag.plainCode === text.trim())))
