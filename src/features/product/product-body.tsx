import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ProductView } from '@/contract/catalog'
import { useSettled } from '@/platform/settled'
import { useMe } from '@/platform/session'
import { Card, CardHead } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { ListRow } from '@/ui/list-row'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { PriceWays } from '@/ui/price-ways'
import { PromiseList } from '@/ui/promise-list'
import { SwiperGallery } from '@/ui/swiper-gallery'
import { chosenWords } from './buy-bar'
import { copy } from './copy'
import { FlashBlock } from './flash-block'
import type { FlashOffer } from './flash-offer'
import { priceLines } from './price-lines'
import { promiseLines } from './promise-lines'
import { RelatedRow } from './related-row'
import { soldWords } from './shelf-copy'
import './product.scss'

type Props = {
  readonly product: ProductView
  /** Between the picture and the price: who recommended it. */
  readonly above?: ReactNode
  /** Below the price: the neighbours' groups of this product. */
  readonly neighbours?: ReactNode
  /** Below the facts: a coupon that fits it. */
  readonly offer?: ReactNode
  /** The flash sale it is in; null where there is none. */
  readonly flash: FlashOffer | null
  /** The flash sale began or ended while the page was open. */
  readonly onTurn?: () => void
  /** Absent where nothing can be tapped. */
  readonly onChoose?: () => void
}

const NOTHING = (): void => undefined

/** A product from its picture down to what else goes with it. */
export const ProductBody = ({ product, above, neighbours, offer, flash, onTurn = NOTHING, onChoose }: Props) => {
  const { pictures, skus, specs, title, subtitle, tags, origin, soldCount, description, related, isOnSale } = product
  const isMember = useMe()?.level === 'member'
  const now = usePhone().now()
  const isSoldOut = isOnSale && !skus.some(({ available }) => available > 0)
  const sold = soldWords(soldCount)
  const isSettled = useSettled(true)
  return (
    <>
      <SwiperGallery pictures={pictures} />
      <View className="lift">
        {above}
        <PriceWays ways={priceLines(skus, isMember, product.group, flash)} />
        <View className="lift-title">{title}</View>
        {subtitle && <View className="n2 mt1">{subtitle}</View>}
        <View className="chips mt3">
          {tags.map((tag, place) => (
            <Chip key={tag} {...(place === 0 ? { tone: 'leaf' as const, icon: 'leaf' as const } : {})}>
              {tag}
            </Chip>
          ))}
          {origin && <Chip>{copy.origin(origin)}</Chip>}
          {sold && <Chip>{sold}</Chip>}
        </View>
        {offer}
        {isOnSale && flash && <FlashBlock offer={flash} onTurn={onTurn} />}
        {!isOnSale && <State title={copy.off} note={copy.offNote} />}
        {isSoldOut && <State title={copy.soldOut} note={copy.soldOutNote} />}
      </View>
      {isOnSale && neighbours}
      {isOnSale && (
        <Card>
          <PromiseList lines={promiseLines(product.promises, product.pickupPoint, now)} />
        </Card>
      )}
      {specs.length > 0 && isOnSale && onChoose && (
        <Card look="flat">
          <ListRow title={copy.chosen} note={chosenWords(product) || copy.choose} onTap={onChoose} />
        </Card>
      )}
      {/* A place of its own: what comes later moves nothing below it, which would have to be sent again. */}
      <View>
        {isSettled && description.length > 0 && (
          <Card>
            <CardHead title={copy.about} />
            {description.map((words) => (
              <View className="about" key={words}>
                {words}
              </View>
            ))}
          </Card>
        )}
        {isSettled && related.length > 0 && onChoose && <RelatedRow products={related} />}
      </View>
    </>
  )
}

const State = ({ title, note }: { readonly title: string; readonly note: string }) => (
  <Hint icon="clock" tone="honey" className="mt3">
    <View className="b">{title}</View>
    {note}
  </Hint>
)
