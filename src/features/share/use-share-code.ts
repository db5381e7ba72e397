import { useCallback, useEffect, useRef, useState } from 'react'
import type { ShareView } from '@/contract/share'
import type { ProductId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { call, type Answer } from '@/platform/call'
import { asMember, isKnown } from '@/platform/session'

/** The page is drawn and looked at before its code is made: who leaves at once needs none. */
const AFTER_PAINT = 1 * SECOND

/**
 * The code of this page's card, made ahead for members because WeChat asks for it at the very tap. `make` asks at once,
 * and asks a stranger in.
 */
export const useShareCode = (productId: ProductId) => {
  const [share, setShare] = useState<ShareView | null>(null)
  const made = useRef<ShareView | null>(null)

  const make = useCallback(async (): Promise<Answer<ShareView> | null> => {
    if (made.current) return { ok: true, data: made.current }
    const answer = await asMember(() => call('share', 'create', { productId, channel: 'chat' }))
    if (answer?.ok) {
      made.current = answer.data
      setShare(answer.data)
    }
    return answer
  }, [productId])

  useEffect(() => {
    if (!isKnown()) return
    const timer = setTimeout(() => void make(), AFTER_PAINT)
    return () => clearTimeout(timer)
  }, [make])

  return { share, make }
}
