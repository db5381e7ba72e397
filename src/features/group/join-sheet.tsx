import { View } from '@tarojs/components'
import type { GroupView } from '@/contract/group-buy'
import { yuanText, type Fen } from '@/domain/money'
import { unitPrice, type Level } from '@/domain/pricing/unit-price'
import { useMe } from '@/platform/session'
import { Icon } from '@/ui/icon'
import { Hint } from '@/ui/notice'
import { SkuSheet, type SkuOffer } from '@/ui/sku-sheet'
import { More } from '@/ui/card'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { tagYuan } from './words'
import './group.scss'

/** What the checkout knows of the choice: the page brings it, so that a group is paid through the same till as all else. */
export type Till = {
  readonly totalFen: Fen | null
  readonly deliveryFen: Fen | null
  readonly place: { readonly title: string; readonly note: string } | null
  readonly isAsking: boolean
  readonly isPaying: boolean
  /** In words: why it can't be bought like this. */
  readonly trouble: string | null
  /** There is nowhere to bring it yet. */
  readonly needsPlace: boolean
}
type Bought = Pick<GroupView, 'product' | 'prices' | 'mostPieces' | 'size' | 'minSize'>
type Props = {
  readonly bought: Bought
  readonly kind: 'join' | 'open'
  readonly till: Till
  readonly onChoose: (skuId: string | null, quantity: number) => void
  readonly onPay: () => void
  /** The whole checkout: another place, a note. */
  readonly onPlace: () => void
  readonly onAgain: () => void
  readonly onClose: () => void
}

export const groupOffers = ({ product, prices }: Pick<Bought, 'product' | 'prices'>, level: Level): SkuOffer[] =>
  prices.flatMap(({ skuId, priceFen, left }) => {
    const sku = product.skus.find(({ id }) => id === skuId)
    if (!sku) return []
    const { options, picture } = sku
    const was = copy.sheet.was(tagYuan(unitPrice(sku, level).unitPriceFen))
    return [{ id: skuId, options, picture, priceFen, available: left, was, stock: copy.sheet.left(left) }]
  })

/** Which one, how many, where it is fetched, what it costs, and one button: the second of two taps. */
export const JoinSheet = ({ bought, kind, till, ...ways }: Props) => {
  const level = useMe()?.level ?? 'ordinary'
  const { product, mostPieces, size, minSize } = bought
  const words = copy.sheet
  const { totalFen, deliveryFen, place, isAsking, isPaying, trouble, needsPlace } = till
  const pay = trouble
    ? { text: words.again, onTap: ways.onAgain }
    : needsPlace
      ? { text: words.place, onTap: ways.onPlace }
      : { text: totalFen === null ? words.asking : words.pay(yuanText(totalFen)), onTap: ways.onPay }
  return (
    <SkuSheet
      isOpen
      onClose={ways.onClose}
      title={kind === 'join' ? words.join(size) : words.open(size)}
      picture={product.picture}
      specs={product.specs}
      skus={groupOffers(bought, level)}
      limit={mostPieces}
      onChoose={ways.onChoose}
      acts={[{ ...pay, isBusy: isPaying || isAsking }]}
    >
      {place && !needsPlace && (
        <View className="join-place" {...tap(ways.onPlace, `${place.title}，${place.note}，${words.change}`)}>
          <Icon name="address" size={22} className="leafy" />
          <View className="grow">
            <View className="b cut">{place.title}</View>
            <View className="n1 join-note">{place.note}</View>
          </View>
          <More text={words.change} />
        </View>
      )}
      {trouble ? (
        <Hint icon="warn" tone="honey" className="mt3">
          {trouble}
        </Hint>
      ) : (
        <View className="n1 mt3">
          {[
            words.promise,
            ...(minSize !== null ? [copy.note.atLeast(minSize)] : []),
            words.limit(mostPieces),
            ...(deliveryFen ? [words.total(tagYuan(deliveryFen))] : []),
          ].join(' · ')}
        </View>
      )}
    </SkuSheet>
  )
}
