import { memo, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ProductCard } from '@/contract/views'
import type { ProductId } from '@/domain/ids'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './favorites.scss'

type Props = {
  readonly goods: ProductCard
  readonly isOut: boolean
  readonly drawLine: (goods: ProductCard) => ReactNode
  readonly onRemove: (productId: ProductId) => void
  readonly onPutBack: (productId: ProductId) => void
}

/** A product with its heart on the picture; taken out, the way back stands where it was. */
const Drawn = ({ goods, isOut, drawLine, onRemove, onPutBack }: Props) => {
  const { id, title } = goods
  if (isOut)
    return (
      <View className="fav fav-out">
        <View className="grow cut">{copy.removed(title)}</View>
        <View className="fav-back" {...tap(() => onPutBack(id), copy.undoOf(title))}>
          {copy.undo}
        </View>
      </View>
    )
  return (
    <View className="fav">
      {drawLine(goods)}
      <View className="fav-heart" {...tap(() => onRemove(id), copy.remove(title))}>
        <View className="fav-sign">
          <Icon name="heart-on" size={18} />
        </View>
      </View>
    </View>
  )
}

export const FavoriteLine = memo(Drawn)
