import { useEffect, useMemo, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ProductCard } from '@/contract/views'
import { read } from '@/platform/call'
import { useMore, type More } from '@/platform/more'
import { go } from '@/platform/navigate'
import { useAtBottom, usePulled } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { useSettled } from '@/platform/settled'
import { useMe } from '@/platform/session'
import { ErrorState } from '@/ui/error-state'
import { notify } from '@/ui/notice'
import { SearchLink } from '@/ui/search-bar'
import { tap } from '@/ui/tap'
import { Waterfall } from '@/ui/waterfall'
import { Blocks } from './blocks'
import { copy } from './copy'
import { HomeSkeleton } from './home-skeleton'
import { StoreHead } from './store-head'
import './home.scss'

type Props = {
  readonly drawCard: (goods: ProductCard) => ReactNode
  readonly heightOf: (goods: ProductCard) => number
  readonly onCartCount: (pieces: number) => void
}
const FIRST = 4
const keyOf = ({ id }: ProductCard) => id

/** The first screen of the shop: what staff arranged, then a feed without an end. One call draws it. */
export const HomeScreen = ({ drawCard, heightOf, onCartCount }: Props) => {
  // somebody who signs in sees a shop of their own
  const { view, trouble, isAsking, ask } = useScreen(() => read('feed', 'home', {}), useMe()?.id)
  const feed = useMore(view?.feed ?? null, (cursor) => read('feed', 'page', { cursor }))
  // four cards reach below the first screen
  const isSettled = useSettled(view !== null)
  const cards = useMemo(() => (isSettled ? feed.items : feed.items.slice(0, FIRST)), [isSettled, feed.items])
  useAtBottom(() => void feed.more())
  usePulled(ask)
  useEffect(() => {
    if (view) onCartCount(view.cartCount)
  }, [view, onCartCount])
  useEffect(() => {
    if (view && trouble) notify(copy.stale, 'offline')
  }, [view, trouble])

  return (
    <>
      <StoreHead view={view} />
      <SearchLink hint={view?.searchHint || copy.hint} onTap={() => go.search()} />
      {view ? (
        <>
          <Blocks blocks={view.blocks} />
          <Waterfall items={cards} heightOf={heightOf} keyOf={keyOf} draw={drawCard} />
          <Foot feed={feed} />
        </>
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble)} facts={copy.offlineFacts} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <HomeSkeleton />
      )}
    </>
  )
}

type FootProps = { readonly feed: Omit<More<ProductCard>, 'items'> }

/** The end of what is loaded: a tap goes on where the scroll did not. */
const Foot = ({ feed: { isEnd, isAsking, trouble, more } }: FootProps) => {
  if (isEnd || isAsking) return <View className="feed-foot">{isEnd ? copy.end : copy.loading}</View>
  return (
    <View className="feed-foot feed-foot-more" {...tap(() => void more())}>
      {trouble ? copy.moreFailed : copy.again}
    </View>
  )
}
