/** A list that grows by cursor: its first page comes with the screen, the next when the end of what is loaded comes near. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from './call'
import type { Trouble } from './screen'

type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

export type More<T> = {
  readonly items: readonly T[]
  readonly isEnd: boolean
  readonly isAsking: boolean
  readonly trouble: Trouble | null
  /** Asks for the next page; does nothing while one is on its way or at the end. */
  readonly more: () => Promise<void>
}

type Grown<T> = {
  readonly of: Page<T> | null
  readonly items: readonly T[]
  readonly next: string | null
  readonly isAsking: boolean
  readonly trouble: Trouble | null
}

const from = <T>(first: Page<T> | null): Grown<T> => ({
  of: first,
  items: first?.items ?? [],
  next: first?.next ?? null,
  isAsking: false,
  trouble: null,
})

/** A new `first` starts over. What a later page repeats is left out: the order may have changed between two pages. */
export const useMore = <T extends { readonly id: string }>(
  first: Page<T> | null,
  load: (cursor: string) => Promise<Answer<Page<T>>>,
): More<T> => {
  const [kept, setKept] = useState(() => from(first))
  const now = kept.of === first ? kept : from(first)
  const latest = useRef({ now, load })
  latest.current = { now, load }
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])

  const more = useCallback(async () => {
    const start = latest.current.now
    if (start.next === null || start.isAsking) return
    const asking = { ...start, isAsking: true, trouble: null }
    latest.current.now = asking
    setKept(asking)
    const answer = await latest.current.load(start.next)
    if (!isHere.current || latest.current.now.of !== start.of) return
    if (!answer.ok) return setKept({ ...start, trouble: answer })
    const known = new Set(start.items.map(({ id }) => id))
    const fresh = answer.data.items.filter(({ id }) => !known.has(id))
    setKept({ ...start, trouble: null, items: [...start.items, ...fresh], next: answer.data.next })
  }, [])

  return { items: now.items, isEnd: now.next === null, isAsking: now.isAsking, trouble: now.trouble, more }
}
