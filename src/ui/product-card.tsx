import { memo } from 'react'
import { View } from '@tarojs/components'
import type { Fen } from '@/domain/money'
import { Chip } from './chip'
import { Icon, type IconName } from './icon'
import { ImageBox, type Picture } from './image-box'
import { PriceText } from './price-text'
import { usePhone } from './phone'
import { AddKey } from './stepper'
import { tap } from './tap'
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
  /** Beside the price: how many were sold, another price. */
  readonly aside?: string
  /** Last line of the card: why it is here. */
  readonly why?: { readonly icon: IconName; readonly text: string }
  /** Three in a row, or a line of a list. */
  readonly look?: 'card' | 'small' | 'line'
}

/** A product in a list. The whole card opens it, the plus puts one into the cart. */
const Drawn = <G extends Goods>({ goods, onOpen, onAdd, look = 'card', ...words }: Props<G>) => {
  const { title, picture, ratio, soldOut } = goods
  const isLargeCard = usePhone().isLargeText && look === 'card'
  const open = tap(() => onOpen(goods), title, { role: 'link' })
  const price = <Price goods={goods} {...(words.aside ? { aside: words.aside } : {})} {...(onAdd ? { onAdd } : {})} />
  if (look === 'line' || isLargeCard) {
    return (
      <View className={`goods-line${isLargeCard ? ' goods' : ''}${soldOut ? ' goods-out' : ''}`} {...open}>
        <View className="goods-line-picture">
          <ImageBox picture={picture} isSmall />
        </View>
        <View className="goods-line-words">
          <View>
            <View className="goods-title two-lines">{title}</View>
            {words.tag && <Chip tone="leaf">{words.tag}</Chip>}
          </View>
          {price}
        </View>
      </View>
    )
  }
  const isSmall = look === 'small'
  return (
    <View className={`goods${isSmall ? ' goods-small' : ''}${soldOut ? ' goods-out' : ''}`} {...open}>
      <ImageBox picture={picture} ratio={isSmall ? 1 : ratio} isSmall isSquare />
      <View className="goods-in">
        <View className={isSmall ? 'goods-title cut' : 'goods-title two-lines'}>{title}</View>
        {words.tag && (
          <View className="chips mt1">
            <Chip tone="leaf">{words.tag}</Chip>
          </View>
        )}
        {price}
        {words.why && (
          <View className="goods-why">
            <Icon name={words.why.icon} size={13} />
            <View className="cut">{words.why.text}</View>
          </View>
        )}
      </View>
    </View>
  )
}

export const ProductCard = memo(Drawn) as typeof Drawn

type PriceProps<G extends Goods> = { goods: G; aside?: string; onAdd?: (goods: G) => void }

const Price = <G extends Goods>({ goods, aside, onAdd }: PriceProps<G>) => (
  <View className="goods-price">
    <View className="row base grow">
      <PriceText fen={goods.priceFen} isFrom={goods.isFrom} size={onAdd ? 18 : 20} />
      {aside && <View className="was cut">{aside}</View>}
    </View>
    {goods.soldOut ? (
      <View className="was">卖完了</View>
    ) : (
      onAdd && <AddKey onTap={() => onAdd(goods)} label={`把${goods.title}放进购物车`} />
    )}
  </View>
)
