import { Fragment, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ProductCard } from '@/contract/views'
import { read } from '@/platform/call'
import { useMore } from '@/platform/more'
import { useAtBottom } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { Card, CardHead } from '@/ui/card'
import { ErrorState } from '@/ui/error-state'
import { Hint } from '@/ui/notice'
import { SkeletonLines } from '@/ui/skeleton'
import { tap } from '@/ui/tap'
import { copy } from './copy'

type Props = { readonly text: string; readonly drawLine: (goods: ProductCard) => ReactNode }

/** What was found; a mended word says so, and nothing found is still something to look at. */
export const SearchResults = ({ text, drawLine }: Props) => {
  const look = (cursor?: string) => read('catalog', 'search', { text, ...(cursor ? { cursor } : {}) })
  const { view, trouble, isAsking, ask } = useScreen(() => look())
  const found = useMore(view, look)
  useAtBottom(() => void found.more())

  if (!view) {
    if (!trouble) return <SkeletonLines count={6} />
    return <ErrorState {...pageSaidOf(trouble)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
  }
  if (found.items.length === 0) return <Rescue text={text} products={view.rescue} drawLine={drawLine} />
  return (
    <>
      {view.mended && (
        <Hint icon="sparkle" className="mended">
          {copy.mended(text, view.mended)}
        </Hint>
      )}
      <Card look="flat">
        <Lines products={found.items} drawLine={drawLine} />
      </Card>
      {found.isEnd || found.isAsking ? (
        <View className="found-foot">{found.isEnd ? copy.end : copy.loading}</View>
      ) : (
        <View className="found-foot found-foot-more" {...tap(() => void found.more())}>
          {found.trouble ? copy.moreFailed : copy.more}
        </View>
      )}
    </>
  )
}

type LinesProps = { readonly products: readonly ProductCard[]; readonly drawLine: Props['drawLine'] }

const Lines = ({ products, drawLine }: LinesProps) => (
  <>
    {products.map((goods) => (
      <Fragment key={goods.id}>{drawLine(goods)}</Fragment>
    ))}
  </>
)

const Rescue = ({ text, products, drawLine }: LinesProps & { readonly text: string }) => (
  <>
    <View className="found-none">
      <View className="h5">{copy.noneTitle(text)}</View>
      <View className="n2 mt1">{copy.noneNote}</View>
    </View>
    {products.length > 0 && (
      <Card>
        <CardHead title={copy.rescue} />
        <Lines products={products} drawLine={drawLine} />
      </Card>
    )}
  </>
)
