import { useEffect, useRef, useState } from 'react'
import type { AddressId, FlashSlotId, GroupCampaignId, GroupId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import type { Quote } from '@/domain/pricing/quote'
import { ChangedSheet } from '@/features/checkout/changed-sheet'
import { CheckoutScreen } from '@/features/checkout/checkout-screen'
import { copy, refused } from '@/features/checkout/copy'
import { checkOutNow, checkOutSale, chooseWay, useDraft, type InGroup } from '@/features/checkout/draft'
import { FlashRefused, isAboutFlash } from '@/features/checkout/flash-facts'
import { GroupRefused, isAboutGroup } from '@/features/checkout/group-facts'
import { isAboutSale, SaleRefused } from '@/features/checkout/sale-facts'
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
  const { sku, quantity, share, sale, ...query } = useQuery()
  const opened = useRef(false)
  if (!opened.current) {
    opened.current = true
    if (sale) openSale(sale as SaleId, share, query)
    else if (sku)
      checkOutNow(sku as SkuId, Number(quantity) || 1, share, groupIn(query), query['flash'] as FlashSlotId | undefined)
  }
  const [seen, setSeen] = useState<Quote | null>(null)
  const checkout = useCheckout({
    onPlaced: ({ orderId, groupId, end }) => {
      if (end === 'paid' && groupId) return go.groupInstead(groupId)
      return end === 'paid' || end === 'waiting' ? go.payResultInstead(orderId) : go.orderInstead(orderId)
    },
    onChanged: setSeen,
  })
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
      {trouble?.refusal && isAboutFlash(trouble.refusal.code) ? (
        <FlashRefused refusal={trouble.refusal} />
      ) : view ? (
        <CheckoutScreen
          view={view}
          isPlacing={checkout.isPlacing}
          onPlace={() => void checkout.place()}
          onAddress={() => go.addresses('choose')}
          onAgain={() => void checkout.ask()}
          onCentre={go.coupons}
        />
      ) : trouble?.refusal?.code === 'basket.empty' ? (
        <EmptyState title={copy.emptyTitle} note={copy.emptyNote} action={copy.emptyAction} onTap={go.cart} />
      ) : trouble?.refusal && isAboutSale(trouble.refusal.code) ? (
        <SaleRefused refusal={trouble.refusal} />
      ) : trouble?.refusal && isAboutGroup(trouble.refusal.code) ? (
        <GroupRefused refusal={trouble.refusal} />
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
      {seen && view && (
        <ChangedSheet
          seen={seen}
          view={view}
          onYes={() => {
            setSeen(null)
            void checkout.place()
          }}
          onClose={() => setSeen(null)}
        />
      )}
    </Page>
  )
}

/** `items`: `sku.quantity`, joined by `~`. */
const openSale = (saleId: SaleId, share: string | undefined, query: Readonly<Record<string, string | undefined>>) => {
  const { items = '', draft, point } = query
  const basket = items.split('~').flatMap((item) => {
    const [skuId, quantity] = item.split('.')
    return skuId ? [{ skuId: skuId as SkuId, quantity: Number(quantity) || 1 }] : []
  })
  const way = point ? { kind: 'pickup' as const, pickupPointId: point as PickupPointId } : null
  checkOutSale({ saleId, ...(draft ? { draftCode: draft } : {}) }, basket, share, way)
}

/** A group is opened from its campaign or joined by its id; both come with the address of the page. */
const groupIn = ({ campaign, group }: Readonly<Record<string, string | undefined>>): InGroup | undefined =>
  campaign
    ? { kind: 'open', campaignId: campaign as GroupCampaignId }
    : group
      ? { kind: 'join', groupId: group as GroupId }
      : undefined

const wayFor = (view: ReturnType<typeof useCheckout>['view']): 'local' | 'express' =>
  view?.delivery.kind === 'local' || view?.delivery.kind === 'express' ? view.delivery.kind : 'local'
