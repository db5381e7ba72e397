/** What the member marked with a heart. What is taken out keeps its place until the list is asked for again, so that it can be put back. */
import { useCallback, useRef, useState } from 'react'
import type { CallOutput } from '@/contract'
import type { ProductCard } from '@/contract/views'
import type { ProductId } from '@/domain/ids'
import { call, read } from '@/platform/call'
import { useMore, type More } from '@/platform/more'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { refused } from './copy'

type Page = CallOutput<'catalog', 'favorites'>

export type Favorites = Omit<Screen<Page>, 'show'> & {
  readonly list: More<ProductCard>
  readonly isOut: (productId: ProductId) => boolean
  readonly remove: (productId: ProductId) => void
  readonly putBack: (productId: ProductId) => void
}

const nobody: ReadonlySet<ProductId> = new Set()

export const useFavorites = (): Favorites => {
  const [out, setOut] = useState(nobody)
  const { view, trouble, isAsking, ask } = useScreen<Page>(async () => {
    const answer = await asMember(() => read('catalog', 'favorites', {}))
    if (answer?.ok) setOut(nobody)
    return answer
  })
  const list = useMore(view, (cursor) => read('catalog', 'favorites', { cursor }))

  const turn = useCallback((productId: ProductId, isFavorite: boolean) => {
    setOut((now) => new Set(isFavorite ? [...now].filter((id) => id !== productId) : [...now, productId]))
  }, [])
  // taps that follow each other quickly reach the shop in their order
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const mark = useCallback(
    (productId: ProductId, isFavorite: boolean) => {
      turn(productId, isFavorite)
      line.current = line.current.then(async () => {
        const answer = await asMember(() => call('catalog', 'favorite', { productId, isFavorite }))
        if (answer?.ok) return
        turn(productId, !isFavorite)
        if (answer) notify(saidOf(answer, refused))
      })
    },
    [turn],
  )
  const remove = useCallback((productId: ProductId) => mark(productId, false), [mark])
  const putBack = useCallback((productId: ProductId) => mark(productId, true), [mark])

  return { view, trouble, isAsking, ask, list, isOut: (id) => out.has(id), remove, putBack }
}
