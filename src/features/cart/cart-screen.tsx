import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { CartHint, CartView } from '@/contract/cart'
import { yuanText } from '@/domain/money'
import type { SkuId } from '@/domain/ids'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { EmptyState } from '@/ui/empty-state'
import { Hint, notify } from '@/ui/notice'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { CartLine, Check } from './cart-line'
import { copy } from './copy'
import { InvalidLines } from './invalid-lines'
import type { Cart } from './use-cart'
import './cart.scss'

type Props = {
  readonly cart: Cart
  readonly view: CartView
  readonly isEditing: boolean
  readonly onOpen: (productId: string) => void
  readonly onCheckout: () => void
  readonly onShop: () => void
  /** A coupon that would count at once; another feature draws it. */
  readonly drawOffer: (hint: Extract<CartHint, { kind: 'claim' }>) => ReactNode
}

/** The cart with something in it, or the way to something. */
export const CartScreen = ({ cart, view, isEditing, onOpen, onCheckout, onShop, drawOffer }: Props) => {
  const [marked, setMarked] = useState<readonly SkuId[]>([])
  const all = view.items.map((item) => item.skuId)
  if (view.items.length + view.invalid.length === 0)
    return <EmptyState title={copy.emptyTitle} note={copy.emptyNote} action={copy.emptyAction} onTap={onShop} />

  const mark = (skuId: SkuId, isOn: boolean) =>
    isEditing
      ? setMarked((now) => (isOn ? [...now, skuId] : now.filter((id) => id !== skuId)))
      : cart.select([skuId], isOn)
  const removeMarked = async () => {
    const gone = marked.filter((skuId) => all.includes(skuId))
    setMarked([])
    if (await cart.remove(gone)) notify(copy.removed(gone.length))
  }
  const isAllOn = isEditing ? all.every((skuId) => marked.includes(skuId)) : view.items.every((item) => item.isSelected)
  const markAll = () => (isEditing ? setMarked(isAllOn ? [] : all) : cart.select(all, !isAllOn))

  return (
    <>
      {view.items.length > 0 && (
        <Card look="up">
          {view.freeDelivery && <FreeDelivery missingFen={view.freeDelivery.missingFen} />}
          {view.hint?.kind === 'claim' && drawOffer(view.hint)}
          {view.hint?.kind === 'near' && <Near hint={view.hint} />}
          {view.items.map((item) => (
            <CartLine
              key={item.skuId}
              item={item}
              flashEndsAt={item.flash && view.flash ? view.flash.endsAt : null}
              isEditing={isEditing}
              isMarked={marked.includes(item.skuId)}
              onMark={mark}
              onSet={cart.set}
              onOpen={onOpen}
              onFlashEnd={cart.ask}
            />
          ))}
        </Card>
      )}
      {view.invalid.length > 0 && (
        <InvalidLines
          items={view.invalid}
          onSet={cart.set}
          onClear={() => void cart.remove(view.invalid.map((item) => item.skuId))}
        />
      )}
      <Dock isOnTab>
        <View className="cart-all" {...tap(markAll, copy.all, { role: 'checkbox', isOn: isAllOn })}>
          <Check isOn={isAllOn} />
          <View className="n2">{copy.all}</View>
        </View>
        {isEditing ? (
          <View className="grow" />
        ) : (
          <View className="grow cart-sum">
            <View className="row base cart-sum-row">
              <View className="n2">{copy.total}</View>
              <PriceText fen={view.goodsFen} isTotal size={24} />
            </View>
            {view.savedFen > 0 && <View className="n1 leafy">{copy.saved(yuanText(view.savedFen))}</View>}
          </View>
        )}
        {isEditing ? (
          <Button kind="line" isOff={marked.length === 0} onTap={() => void removeMarked()}>
            {copy.remove}
          </Button>
        ) : (
          <Button isOff={view.selectedCount === 0} onTap={onCheckout}>
            {copy.pay(view.selectedCount)}
          </Button>
        )}
      </Dock>
    </>
  )
}

/** What comes off is never less than what it asks for, so it can be said plainly. */
const Near = ({ hint: { name, missingFen, offFen } }: { readonly hint: Extract<CartHint, { kind: 'near' }> }) => (
  <View className="n2 cart-near">{copy.near(yuanText(missingFen), yuanText(offFen), name)}</View>
)

const FreeDelivery = ({ missingFen }: { readonly missingFen: CartView['goodsFen'] }) => (
  <Hint icon="truck" tone={missingFen > 0 ? 'accent' : 'leaf'}>
    {missingFen > 0 ? copy.freeMissing(yuanText(missingFen)) : copy.freeReached}
  </Hint>
)
