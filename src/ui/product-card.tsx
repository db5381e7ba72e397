import { memo } from 'react'
import { View } from '@tarojs/components'
import type { Fen } from '@/domain/money'
import type { IconName } from './icon'
import { ImageBox } from './image-box'
import type { Picture } from './picture'
import { PriceText } from './price-text'
import { usePhone } from './phone'
import './icon.scss'
import './chip.scss'
import './stepper.scss'
import './product-card.scss'

export type Goods = {
  readonly id: string
  readonly title: string
  readonly picture: Picture
  readonly ratio: number
  readonly priceFen: Fen
  readonly isFrom: boolean
  readonly soldOut: boolean
}

type Props<G extends Goods> = {
  readonly goods: G
  readonly onOpen: (goods: G) => void
  /** Puts one into the cart, or asks which one. */
  readonly onAdd?: (goods: G) => void
  readonly tag?: string
  /** A price that runs now instead of the usual one; the tag says which. */
  readonly dealFen?: Fen
  /** Beside the price: how many were sold, another price. */
  readonly aside?: string
  /** Last line of the card: why it is here. */
  readonly why?: { readonly icon: IconName; readonly text: string }
  /** Three in a row, or a line of a list. Large letters turn a card into a line. */
  readonly look?: 'card' | 'small' | 'line'
}

type Tapped = { stopPropagation: () => void }

/**
 * A product in a list. The whole card opens it, the plus puts one into the cart. Plain elements instead of our own parts,
 * because `compileMode` turns only those into a template: a third less to send to the screen, and a feed is made of cards.
 */
const Drawn = <G extends Goods>({ goods, onOpen, onAdd, tag, dealFen, aside, why, look = 'card' }: Props<G>) => {
  const { title, picture, ratio, priceFen, isFrom, soldOut } = goods
  const isLargeCard = usePhone().isLargeText && look === 'card'
  const shape =
    look === 'small' ? 'goods goods-small' : isLargeCard ? 'goods goods-line' : look === 'line' ? 'goods-line' : 'goods'
  const isLine = look === 'line' || isLargeCard
  const beside = soldOut ? '卖完了' : aside
  const canAdd = onAdd !== undefined && !soldOut
  const open = (event: Tapped) => {
    event.stopPropagation()
    onOpen(goods)
  }
  const add = (event: Tapped) => {
    event.stopPropagation()
    onAdd?.(goods)
  }
  return (
    <View
      compileMode
      className={soldOut ? `${shape} goods-out` : shape}
      role="link"
      aria-role="link"
      tabIndex="0"
      aria-label={title}
      onClick={open}
    >
      <ImageBox picture={picture} ratio={isLine || look === 'small' ? 1 : ratio} isSmall isSquare={!isLine} />
      <View className="goods-in">
        <View className="goods-title two-lines">{title}</View>
        {!!tag && <View className={dealFen ? 'chip chip-accent goods-tag' : 'chip chip-leaf goods-tag'}>{tag}</View>}
        <View className="goods-price">
          <PriceText fen={dealFen ?? priceFen} isFrom={isFrom} />
          <View className="was cut grow">{beside}</View>
          {canAdd && (
            <View
              className="stepper-key"
              role="button"
              aria-role="button"
              tabIndex="0"
              aria-label="放进购物车"
              onClick={add}
            >
              <View className="icon i-plus goods-plus" />
            </View>
          )}
        </View>
        {!!why && <View className={`goods-why cut i-${why.icon}`}>{why.text}</View>}
      </View>
    </View>
  )
}

export const ProductCard = memo(Drawn) as typeof Drawn
