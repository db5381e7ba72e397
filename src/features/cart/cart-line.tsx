import { memo } from 'react'
import { View } from '@tarojs/components'
import type { CartItem } from '@/contract/cart'
import { yuanText, fen } from '@/domain/money'
import type { SkuId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { Chip } from '@/ui/chip'
import { CountDown } from '@/ui/count-down'
import { tagYuan } from '@/ui/coupon-words'
import { Icon } from '@/ui/icon'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { Stepper } from '@/ui/stepper'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './cart.scss'

type Props = {
  readonly item: CartItem
  /** When the flash price ends, if the line has one. */
  readonly flashEndsAt: EpochMs | null
  readonly isEditing: boolean
  readonly isMarked: boolean
  readonly onMark: (skuId: SkuId, isOn: boolean) => void
  readonly onSet: (skuId: SkuId, quantity: number) => void
  readonly onOpen: (productId: string) => void
  readonly onFlashEnd: () => void
}

/** One thing in the cart: chosen or not, how many, and what changed since it was put in. */
const Drawn = ({ item, flashEndsAt, isEditing, isMarked, onMark, onSet, onOpen, onFlashEnd }: Props) => {
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
        {flashEndsAt ? <InFlash item={item} endsAt={flashEndsAt} onEnd={onFlashEnd} /> : <Changed item={item} />}
        <View className="row sp cart-foot-row">
          <View className="row base">
            <PriceText fen={item.unitPriceFen} size={18} />
            <Beside item={item} />
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

const isInFlash = ({ flash, quantity }: CartItem): boolean => flash !== null && quantity <= flash.most

/** The flash price with its end; who takes more than it allows reads up to how many it holds. */
const InFlash = ({ item, endsAt, onEnd }: { item: CartItem; endsAt: EpochMs; onEnd: () => void }) => {
  if (!item.flash) return null
  const { most, priceFen } = item.flash
  if (!isInFlash(item)) return <Chip tone="honey">{copy.flashUpTo(most, yuanText(priceFen))}</Chip>
  return (
    <View className="row cart-flash">
      <Chip tone="accent">{copy.flashPrice}</Chip>
      <CountDown until={endsAt} isSoft onEnd={onEnd} />
      <View className="n1">{copy.flashEnds}</View>
    </View>
  )
}

/** Another price the shopper knows, so that this one can be judged. */
const Beside = ({ item }: { readonly item: CartItem }) => {
  if (item.flash && isInFlash(item)) return <View className="was">{copy.usually(tagYuan(item.flash.usualFen))}</View>
  return item.unitPriceFen < item.originalUnitFen ? <View className="was">{copy.memberPrice}</View> : null
}

const Changed = ({ item }: { readonly item: CartItem }) => {
  const by = item.changedByFen
  if (by !== null && by !== 0) {
    const yuan = yuanText(fen(Math.abs(by)))
    return <Chip tone={by < 0 ? 'leaf' : 'honey'}>{by < 0 ? copy.cheaper(yuan) : copy.dearer(yuan)}</Chip>
  }
  return item.available <= 5 ? <Chip tone="honey">{copy.left(item.available)}</Chip> : null
}
