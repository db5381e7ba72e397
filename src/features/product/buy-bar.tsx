import { useState } from 'react'
import type { ProductView } from '@/contract/catalog'
import type { GroupPriceView, ProductGroupView } from '@/contract/group-buy'
import type { SkuView } from '@/contract/views'
import { firstChoice } from '@/domain/catalog/choose-sku'
import type { SkuId } from '@/domain/ids'
import { yuanText, ZERO, type Fen } from '@/domain/money'
import { unitPrice, type Level } from '@/domain/pricing/unit-price'
import { go } from '@/platform/navigate'
import { useMe } from '@/platform/session'
import { Button } from '@/ui/button'
import { Dock, DockMini } from '@/ui/dock'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { SkuSheet } from '@/ui/sku-sheet'
import { copy } from './copy'
import type { FlashOffer } from './flash-offer'
import { clockText } from './clock-text'
import { dayWords } from './promise-lines'
import type { AddToCart } from './shelf-card'
import { groupOffer } from './price-lines'
import { flashSkuOffers, groupSkuOffers, skuOffers } from './sku-offers'
import { useFavorite } from './use-favorite'

type Wish = 'choose' | 'cart' | 'buy' | 'group' | 'flash'
type Props = {
  readonly product: ProductView
  readonly flash: FlashOffer | null
  readonly onAdd: AddToCart
  /** The code of the card that led here, so that the order remembers it. */
  readonly shareCode?: string | undefined
  readonly onShare: () => void
  /** What the sheet is open for; null while it is closed. */
  readonly wish: Wish | null
  readonly onWish: (wish: Wish | null) => void
}

export const useWish = () => useState<Wish | null>(null)

/** The bar at the bottom and the sheet it opens: a product without specs goes into the cart at once. */
export const BuyBar = ({ product, flash, onAdd, shareCode, onShare, wish, onWish }: Props) => {
  const { id, skus, specs, pictures, title, unit, isOnSale, group } = product
  const offer = groupOffer(group)
  const level = useMe()?.level ?? 'ordinary'
  const favorite = useFavorite(id, product.isFavorite)
  const [isAdding, setIsAdding] = useState(false)
  const [only] = skus
  const isSoldOut = !skus.some((sku) => sku.available > 0)
  const isSimple = skus.length === 1 && specs.length === 0

  const add = async (skuId: string, quantity: number) => {
    onWish(null)
    setIsAdding(true)
    await onAdd(skuId as SkuId, quantity)
    setIsAdding(false)
  }
  const buy = (skuId: string, quantity: number) => {
    onWish(null)
    go.checkout({ skuId, quantity, shareCode })
  }
  const openGroup = (skuId: string, quantity: number) => {
    onWish(null)
    if (group) go.checkout({ skuId, quantity, shareCode, group: { kind: 'open', campaignId: group.campaignId } })
  }
  const buyInFlash = (skuId: string, quantity: number) => {
    onWish(null)
    if (flash) go.checkout({ skuId, quantity, shareCode, flashSlotId: flash.slotId })
  }
  const addNow = () => (isSimple && only ? void add(only.id, 1) : onWish('cart'))

  const acts = {
    cart: { text: copy.addToCart, kind: 'soft' as const, onTap: (sku: string, n: number) => void add(sku, n) },
    buy: { text: copy.buy, onTap: buy },
  }
  const shown =
    wish === 'cart' ? [{ ...acts.cart, kind: 'fill' as const }] : wish === 'buy' ? [acts.buy] : [acts.cart, acts.buy]
  const [picture] = pictures

  return (
    <>
      <Dock>
        <DockMini icon="share" text={copy.share} onTap={onShare} />
        <DockMini
          icon={favorite.isOn ? 'heart-on' : 'heart'}
          text={favorite.isOn ? copy.favored : copy.favorite}
          isOn={favorite.isOn}
          onTap={favorite.turn}
        />
        {!isOnSale || isSoldOut ? (
          <Button kind="soft" width="grow" onTap={go.home}>
            {copy.elsewhere}
          </Button>
        ) : flash?.state === 'running' ? (
          <>
            <Button kind="soft" width="grow" note={copy.alone} onTap={() => onWish('choose')}>
              {`¥${yuanText(aloneFen(skus, flash.item.skuId, level))}`}
            </Button>
            <Button width="grow" note={copy.flash.key} onTap={() => onWish('flash')}>
              {`¥${yuanText(flash.item.flashFen)}`}
            </Button>
          </>
        ) : group && (offer || group.mine) ? (
          <>
            <Button kind="soft" width="grow" note={copy.alone} onTap={() => onWish('choose')}>
              {`¥${yuanText(aloneFen(skus, offer?.skuId, level))}`}
            </Button>
            <GroupKey group={group} offer={offer} onOpen={() => onWish('group')} />
          </>
        ) : (
          <>
            <Button kind="soft" width="grow" isBusy={isAdding} onTap={addNow}>
              {copy.addToCart}
            </Button>
            <Button width="grow" onTap={() => onWish('buy')}>
              {copy.buy}
            </Button>
          </>
        )}
      </Dock>
      {picture && (
        <SkuSheet
          key={wish === 'group' || wish === 'flash' ? wish : wish ? 'open' : 'shut'}
          isOpen={wish !== null}
          onClose={() => onWish(null)}
          title={title}
          picture={picture}
          specs={specs}
          {...(wish === 'flash' && flash
            ? {
                skus: flashSkuOffers(flash, skus, level, unit),
                acts: [{ text: copy.flash.buy, onTap: buyInFlash }],
              }
            : wish === 'group' && group
              ? {
                  skus: groupSkuOffers(group, skus, level, unit),
                  limit: group.mostPieces,
                  acts: [{ text: copy.group.open(group.size), onTap: openGroup }],
                }
              : { skus: skuOffers(skus, level, unit), acts: shown })}
        >
          {wish === 'flash' ? (
            <Hint icon="clock" tone="accent" className="mt4">
              {copy.flash.pay}
            </Hint>
          ) : wish === 'group' && group ? (
            <Hint icon="people" tone="accent" className="mt4">
              {`${copy.group.promise} · ${copy.group.limit(group.mostPieces)}`}
            </Hint>
          ) : (
            <WhenHint promises={product.promises} />
          )}
        </SkuSheet>
      )}
    </>
  )
}

type KeyProps = {
  readonly group: ProductGroupView
  readonly offer: GroupPriceView | null
  readonly onOpen: () => void
}

/** Opens a group at its price, or leads to one's own that is still filling. */
const GroupKey = ({ group, offer, onOpen }: KeyProps) => {
  const { mine, size } = group
  if (mine) {
    return (
      <Button width="grow" note={copy.group.mineNote} onTap={() => go.group(mine)}>
        {copy.group.mine}
      </Button>
    )
  }
  return (
    offer && (
      <Button width="grow" note={copy.group.open(size)} onTap={onOpen}>
        {`¥${yuanText(offer.priceFen)}`}
      </Button>
    )
  )
}

/** Of the same SKU as the other price, so that the two can be compared. */
const aloneFen = (skus: readonly SkuView[], skuId: SkuId | undefined, level: Level): Fen => {
  const sku = skus.find(({ id }) => id === skuId) ?? skus[0]
  return sku ? unitPrice(sku, level).unitPriceFen : ZERO
}

const WhenHint = ({ promises }: Pick<ProductView, 'promises'>) => {
  const now = usePhone().now()
  const pickup = promises.find(({ kind }) => kind === 'pickup')
  if (!pickup) return null
  const { orderBeforeAt, fromAt } = pickup
  const [lastDay, day] = [dayWords(orderBeforeAt, now), dayWords(fromAt, now)]
  const before = `${lastDay === day ? '' : `${lastDay} `}${clockText(orderBeforeAt)}`
  return (
    <Hint icon="clock" className="mt4">
      {copy.hint(before, day, clockText(fromAt))}
    </Hint>
  )
}

/** What the line "chosen" says before anything was tapped. */
export const chosenWords = ({ skus }: ProductView): string => firstChoice(skus).filter(Boolean).join(' · ')
