import { useCallback, useEffect, useRef, useState } from 'react'
import type { ShareView } from '@/contract/share'
import { SECOND } from '@/domain/time'
import type { Answer } from '@/platform/call'
import { asMember, isKnown } from '@/platform/session'

/** The page is drawn and looked at before its code is made: who leaves at once needs none. */
const AFTER_PAINT = 1 * SECOND

/** Asks the shop for the code of what the page shows. */
export type MakeShare = () => Promise<Answer<ShareView>>

/**
 * The code of this page's card, made ahead for members because WeChat asks for it at the very tap. `make` asks at once,
 * and asks a stranger in. `key` says of what: another thing is another code. While `isOff` nothing is made.
 */
export const useShareCode = (key: string, ask: MakeShare, isOff = false) => {
  const [made, setMade] = useState<{ of: string; share: ShareView } | null>(null)
  const latest = useRef({ made, ask })
  latest.current = { made, ask }

  const make = useCallback(async (): Promise<Answer<ShareView> | null> => {
    const { made } = latest.current
    if (made?.of === key) return { ok: true, data: made.share }
    const answer = await asMember(latest.current.ask)
    if (answer?.ok) setMade({ of: key, share: answer.data })
    return answer
  }, [key])

  useEffect(() => {
    if (isOff || !isKnown()) return
    const timer = setTimeout(() => void make(), AFTER_PAINT)
    return () => clearTimeout(timer)
  }, [make, isOff])

  return { share: made?.of === key ? made.share : null, make }
}
