import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ProductCard } from '@/contract/views'
import { useAtBottom, usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { SkeletonLines } from '@/ui/skeleton'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { FavoriteLine } from './favorite-line'
import { useFavorites } from './use-favorites'
import './favorites.scss'

type Props = {
  readonly drawLine: (goods: ProductCard) => ReactNode
  readonly onShop: () => void
}

/** Everything with a heart, the latest first. */
export const FavoritesScreen = ({ drawLine, onShop }: Props) => {
  const { view, trouble, isAsking, ask, list, isOut, remove, putBack } = useFavorites()
  // back from a product its heart may have changed; a list that has grown stays where the finger left it
  useShown(() => {
    if (!view || list.items.length === view.items.length) void ask()
  })
  usePulled(ask)
  useAtBottom(() => void list.more())

  if (!view) {
    if (!trouble) return <SkeletonLines count={6} />
    return trouble.refusal?.code === 'sign-in.required' ? (
      <EmptyState
        title={copy.strangerTitle}
        note={copy.strangerNote}
        action={copy.strangerAction}
        onTap={() => void ask()}
      />
    ) : (
      <ErrorState {...pageSaidOf(trouble)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
    )
  }
  if (list.items.length === 0)
    return <EmptyState title={copy.emptyTitle} note={copy.emptyNote} action={copy.emptyAction} onTap={onShop} />
  return (
    <>
      <Card look="flat">
        {list.items.map((goods) => (
          <FavoriteLine
            key={goods.id}
            goods={goods}
            isOut={isOut(goods.id)}
            drawLine={drawLine}
            onRemove={remove}
            onPutBack={putBack}
          />
        ))}
      </Card>
      {list.isEnd || list.isAsking ? (
        <View className="fav-foot">{list.isEnd ? copy.end : copy.loading}</View>
      ) : (
        <View className="fav-foot fav-foot-more" {...tap(() => void list.more())}>
          {list.trouble ? copy.moreFailed : copy.more}
        </View>
      )}
    </>
  )
}
