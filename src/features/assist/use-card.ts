/** One's own card: one question when the page opens, then a pulse while it is looked at and still collects. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AssistCardView } from '@/contract/assist'
import type { AssistCardId } from '@/domain/ids'
import { MINUTE, SECOND } from '@/domain/time'
import { call, read } from '@/platform/call'
import { useIsVisible } from '@/platform/page'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { copy } from './copy'

export type CardPage = Screen<AssistCardView> & { readonly news: string; readonly known: number }

export const useCard = (cardId: AssistCardId | null): CardPage => {
  const screen = useScreen<AssistCardView>(
    async () =>
      cardId === null
        ? { ok: false, refusal: { code: 'assist.unknown' } }
        : asMember(() => read('assist', 'mine', { cardId })),
    cardId ?? '',
  )
  const [told, setTold] = useState({ news: '', known: Infinity })
  const latest = useRef(screen)
  latest.current = screen

  const show = useCallback((next: AssistCardView) => {
    const before = latest.current.view
    const newest = next.helpers.at(-1)
    if (before && newest && next.helpers.length > before.helpers.length)
      setTold({ news: copy.came(newest.name, next.missing), known: before.helpers.length })
    latest.current.show(next)
  }, [])

  usePulse(screen.view, show)
  return { ...screen, show, ...told }
}

/** Briskly at first, more quietly when nobody comes for long. */
const paceOf = (quietMs: number): number =>
  quietMs < 2 * MINUTE ? 3 * SECOND : quietMs < 10 * MINUTE ? 8 * SECOND : 20 * SECOND

const usePulse = (view: AssistCardView | null, show: (view: AssistCardView) => void): void => {
  const isVisible = useIsVisible()
  const [quietSince, setQuietSince] = useState(() => Date.now())
  const { id, version, state } = view ?? {}
  useEffect(() => setQuietSince(Date.now()), [version, isVisible])

  useEffect(() => {
    if (!isVisible || id === undefined || version === undefined || state !== 'collecting') return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async () => {
      const answer = await call('assist', 'watch', { cardId: id, version })
      if (isOver) return
      if (answer.ok && answer.data.view) return show(answer.data.view)
      timer = setTimeout(() => void look(), paceOf(Date.now() - quietSince))
    }
    timer = setTimeout(() => void look(), paceOf(0))
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [id, version, state, isVisible, quietSince, show])
}
