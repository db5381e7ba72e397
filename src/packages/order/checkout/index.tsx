import { useEffect, useRef } from 'react'
import type { AddressId, SkuId } from '@/domain/ids'
import { CheckoutScreen } from '@/features/checkout/checkout-screen'
import { copy, refused } from '@/features/checkout/copy'
import { checkOutNow, chooseWay, useDraft } from '@/features/checkout/draft'
import { useCheckout } from '@/features/checkout/use-checkout'
import { takeChosenAddress } from '@/platform/chosen-address'
import { go } from '@/platform/navigate'
import { useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function CheckoutPage() {
  const { sku, quantity, share } = useQuery()
  const opened = useRef(false)
  if (!opened.current) {
    opened.current = true
    if (sku) checkOutNow(sku as SkuId, Number(quantity) || 1, share)
  }
  const checkout = useCheckout((orderId, isPaid) => (isPaid ? go.payResultInstead(orderId) : go.orderInstead(orderId)))
  const kind = useDraft(({ way }) => way?.kind)
  const { view, trouble } = checkout

  // the address page was asked for one and has it
  useShown(() => {
    const chosen = takeChosenAddress()
    if (!chosen) return
    chooseWay({ kind: kind === 'express' || kind === 'local' ? kind : wayFor(view), addressId: chosen as AddressId })
    void checkout.ask()
  })
  useEffect(() => () => useDraft.setState({ way: null }), [])

  return (
    <Page tone="soft" isDocked={view !== null}>
      <NavBar title={copy.title} />
      {view ? (
        <CheckoutScreen
          view={view}
          isPlacing={checkout.isPlacing}
          onPlace={() => void checkout.place()}
          onAddress={() => go.addresses('choose')}
        />
      ) : trouble?.refusal?.code === 'basket.empty' ? (
        <EmptyState title={copy.emptyTitle} note={copy.emptyNote} action={copy.emptyAction} onTap={go.cart} />
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, refused)}
          facts={copy.safe}
          isBusy={checkout.isAsking}
          onTap={() => void checkout.ask()}
        />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}

const wayFor = (view: ReturnType<typeof useCheckout>['view']): 'local' | 'express' =>
  view?.delivery.kind === 'local' || view?.delivery.kind === 'express' ? view.delivery.kind : 'local'
