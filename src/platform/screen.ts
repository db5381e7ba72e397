/** A screen that asks one question of the cloud: waiting, there, or an error with a way on. What is there stays in sight while it is asked again. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, CallFault } from './call'
import type { Refusal } from '@/domain/result'

export type Trouble =
  { readonly refusal: Refusal; readonly fault?: never } | { readonly fault: CallFault; readonly refusal?: never }

export type Screen<T> = {
  /** The newest answer, kept while the next is on its way. */
  readonly view: T | null
  /** Set when the last asking failed; `view` may still hold what was there before. */
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly ask: () => Promise<void>
  /** Puts in a view that an action answered with. */
  readonly show: (view: T) => void
}

/** Asks when the screen opens and again when `key` changes; an answer that comes too late is dropped. */
export const useScreen = <T>(load: () => Promise<Answer<T> | null>, key = ''): Screen<T> => {
  const [state, setState] = useState<{ view: T | null; trouble: Trouble | null; isAsking: boolean }>({
    view: null,
    trouble: null,
    isAsking: true,
  })
  const turn = useRef(0)
  const latest = useRef(load)
  latest.current = load

  const flight = useRef<{ key: string; landed: Promise<void> } | null>(null)
  const keyNow = useRef(key)
  keyNow.current = key

  const fly = useCallback(async () => {
    const mine = ++turn.current
    setState((now) => (now.isAsking ? now : { ...now, isAsking: true }))
    const answer = await latest.current()
    if (mine !== turn.current) return
    if (answer?.ok) return setState({ view: answer.data, trouble: null, isAsking: false })
    // an answer that went wrong is itself the trouble; none at all means that nobody came in
    const trouble: Trouble = answer ?? { refusal: { code: 'sign-in.required' } }
    setState((now) => ({ ...now, trouble, isAsking: false }))
  }, [])

  // a page asks when it opens and when it comes into sight: while one question is on its way, another would only cost
  const ask = useCallback(() => {
    if (flight.current?.key === keyNow.current) return flight.current.landed
    const mine = {
      key: keyNow.current,
      landed: fly().finally(() => flight.current === mine && (flight.current = null)),
    }
    flight.current = mine
    return mine.landed
  }, [fly])

  const show = useCallback((view: T) => {
    turn.current++
    flight.current = null
    setState({ view, trouble: null, isAsking: false })
  }, [])

  useEffect(() => void ask(), [ask, key])
  // nothing may be set once the screen is gone
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )
  return { ...state, ask, show }
}
