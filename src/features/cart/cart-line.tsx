import { memo } from 'react'
import { View } from '@tarojs/components'
import type { CartItem } from '@/contract/cart'
import { yuanText, fen } from '@/domain/money'
import type { SkuId } from '@/domain/ids'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { Stepper } from '@/ui/stepper'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './cart.scss'

type Props = {
  readonly item: CartItem
  readonly isEditing: boolean
  readonly isMarked: boolean
  readonly onMark: (skuId: SkuId, isOn: boolean) => void
  readonly onSet: (skuId: SkuId, quantity: number) => void
  readonly onOpen: (productId: string) => void
}

/** One thing in the cart: chosen or not, how many, and what changed since it was put in. */
const Drawn = ({ item, isEditing, isMarked, onMark, onSet, onOpen }: Props) => {
  const isOn = isEditing ? isMarked : item.isSelected
  return (
    <View className="cart-line">
      <View
        className="cart-check"
        {...tap(() => onMark(item.skuId, !isOn), copy.choose(item.title), { role: 'checkbox', isOn })}
      >
        <Check isOn={isOn} />
      </View>
      <View className="cart-picture" {...tap(() => onOpen(item.productId), item.title, { role: 'link' })}>
        <ImageBox picture={item.picture} isSmall />
      </View>
      <View className="cart-words">
        <View className="b two-lines">{item.title}</View>
        {item.options.length > 0 && <View className="n1 cut">{item.options.join(' · ')}</View>}
        <Changed item={item} />
        <View className="row sp cart-foot-row">
          <View className="row base">
            <PriceText fen={item.unitPriceFen} size={18} />
            {item.unitPriceFen < item.originalUnitFen && <View className="was">{copy.memberPrice}</View>}
          </View>
          <Stepper
            value={item.quantity}
            max={Math.max(item.quantity, Math.min(99, item.available))}
            onChange={(n) => onSet(item.skuId, n)}
            label={copy.quantity(item.title)}
          />
        </View>
      </View>
    </View>
  )
}

export const CartLine = memo(Drawn)

export const Check = ({ isOn }: { readonly isOn: boolean }) => (
  <View className={isOn ? 'check check-on' : 'check'}>{isOn && <Icon name="check" size={14} />}</View>
)

const Changed = ({ item }: { readonly item: CartItem }) => {
  const by = item.changedByFen
  if (by !== null && by !== 0) {
    const yuan = yuanText(fen(Math.abs(by)))
    return <Chip tone={by < 0 ? 'leaf' : 'honey'}>{by < 0 ? copy.cheaper(yuan) : copy.dearer(yuan)}</Chip>
  }
  return item.available <= 5 ? <Chip tone="honey">{copy.left(item.available)}</Chip> : null
}
