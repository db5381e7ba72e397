/** Today's and tomorrow's slots, and what time it is at the shop. */
import { useCallback, useRef } from 'react'
import type { CallOutput } from '@/contract'
import { epochMs, later, type EpochMs } from '@/domain/time'
import { read } from '@/platform/call'
import { useScreen, type Screen } from '@/platform/screen'

type Slots = CallOutput<'flash', 'slots'>

export type FlashScreen = Screen<Slots> & {
  /** The server's clock, carried on by this phone's. */
  readonly now: () => EpochMs
  /** An instant of the server's as this phone's clock will show it, for a count-down. */
  readonly onThisPhone: (at: EpochMs) => EpochMs
}

const here = (): EpochMs => epochMs(Date.now())

export const useSlots = (): FlashScreen => {
  const ahead = useRef(0)
  const screen = useScreen<Slots>(async () => {
    const asked = here()
    const answer = await read('flash', 'slots', {})
    // the answer was written about half way through the waiting
    if (answer.ok) ahead.current = answer.data.now - (asked + here()) / 2
    return answer
  })
  const now = useCallback(() => later(here(), Math.round(ahead.current)), [])
  const onThisPhone = useCallback((at: EpochMs) => later(at, -Math.round(ahead.current)), [])
  return { ...screen, now, onThisPhone }
}
