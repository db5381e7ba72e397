import { Fragment, type ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import type { ProductCard } from '@/contract/views'
import type { CategoryId } from '@/domain/ids'
import { read } from '@/platform/call'
import { useMore } from '@/platform/more'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { Button } from '@/ui/button'
import { SkeletonLines } from '@/ui/skeleton'
import { tap } from '@/ui/tap'
import { copy, refused, type Sort } from './copy'

type Props = {
  readonly categoryId: string
  readonly sort: Sort
  readonly drawLine: (goods: ProductCard) => ReactNode
}

/** One shelf, from its first product to its last; scrolls by itself so that the aisles stay in sight. */
export const CategoryList = ({ categoryId, sort, drawLine }: Props) => {
  const list = (cursor?: string) =>
    read('catalog', 'list', { categoryId: categoryId as CategoryId, sort, ...(cursor ? { cursor } : {}) })
  const { view, trouble, ask } = useScreen(() => list())
  const shelf = useMore(view, list)

  if (!view) {
    if (!trouble) return <SkeletonLines count={5} />
    const { title, note } = pageSaidOf(trouble, refused)
    return (
      <View className="shelf-said">
        <View className="b">{title}</View>
        <View className="n2 mt1">{note}</View>
        <Button kind="soft" isSmall className="mt4" onTap={() => void ask()}>
          {copy.again}
        </Button>
      </View>
    )
  }
  if (shelf.items.length === 0) {
    return (
      <View className="shelf-said">
        <View className="b">{copy.emptyTitle}</View>
        <View className="n2 mt1">{copy.emptyNote}</View>
      </View>
    )
  }
  return (
    <ScrollView
      className="shelf-list"
      scrollY
      enhanced
      showScrollbar={false}
      lowerThreshold={600}
      onScrollToLower={() => void shelf.more()}
    >
      <View className="shelf-lines">
        {shelf.items.map((goods) => (
          <Fragment key={goods.id}>{drawLine(goods)}</Fragment>
        ))}
      </View>
      {shelf.isEnd || shelf.isAsking ? (
        <View className="shelf-foot">{shelf.isEnd ? copy.end : copy.loading}</View>
      ) : (
        <View className="shelf-foot shelf-foot-more" {...tap(() => void shelf.more())}>
          {shelf.trouble ? copy.moreFailed : copy.more}
        </View>
      )}
    </ScrollView>
  )
}
