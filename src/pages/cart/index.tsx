import { useState } from 'react'
import { View } from '@tarojs/components'
import { CartScreen } from '@/features/cart/cart-screen'
import { copy, refused } from '@/features/cart/copy'
import { useCart } from '@/features/cart/use-cart'
import { yuanText } from '@/domain/money'
import { copy as couponCopy } from '@/features/coupon/copy'
import { OfferLine } from '@/features/coupon/offer-line'
import { checkOutCart } from '@/features/checkout/draft'
import { go } from '@/platform/navigate'
import { usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { member } from '@/platform/session'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'
import { tap } from '@/ui/tap'

export default function CartPage() {
  const cart = useCart()
  const [isEditing, setIsEditing] = useState(false)
  useShown(() => void cart.ask())
  usePulled(cart.ask)
  const { view, trouble } = cart
  const hasItems = view !== null && view.items.length > 0

  const enter = async () => {
    if (await member()) await cart.ask()
  }

  const checkOut = () => {
    if (!view) return
    checkOutCart(view)
    go.checkout()
  }

  return (
    <Page tone="warm" isDocked={hasItems}>
      <NavBar isTab>
        <View className="row sp grow cart-title">
          <View className="h5">{copy.title}</View>
          {hasItems && (
            <View className="cart-edit" {...tap(() => setIsEditing(!isEditing))}>
              {isEditing ? copy.done : copy.edit}
            </View>
          )}
        </View>
      </NavBar>
      {view ? (
        <CartScreen
          cart={cart}
          view={view}
          isEditing={isEditing}
          onOpen={go.product}
          onCheckout={checkOut}
          onShop={go.home}
          drawOffer={({ offer, savesFen }) => (
            <OfferLine
              key={offer.templateId}
              offer={offer}
              note={couponCopy.hint.saves(yuanText(savesFen))}
              onClaimed={() => void cart.ask()}
            />
          )}
        />
      ) : trouble?.refusal?.code === 'sign-in.required' ? (
        <EmptyState
          title={copy.strangerTitle}
          note={copy.strangerNote}
          action={copy.strangerAction}
          onTap={() => void enter()}
        />
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, refused)}
          facts={copy.safe}
          isBusy={cart.isAsking}
          onTap={() => void cart.ask()}
        />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
