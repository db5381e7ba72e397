import { useState } from 'react'
import type { GroupView } from '@/contract/group-buy'
import { firstChoice, chosenSku } from '@/domain/catalog/choose-sku'
import type { SkuId } from '@/domain/ids'
import { epochMs, type EpochMs } from '@/domain/time'
import { refused } from '@/features/checkout/copy'
import { checkOutNow, useDraft, type InGroup } from '@/features/checkout/draft'
import { useCheckout, type Checkout, type Placed } from '@/features/checkout/use-checkout'
import { placeNote, placeTitle } from '@/features/checkout/words'
import { copy } from '@/features/group/copy'
import { JoinSheet, groupOffers, type Till } from '@/features/group/join-sheet'
import { momentText } from '@/features/group/words'
import { go } from '@/platform/navigate'
import { saidOf } from '@/platform/said'
import type { Trouble } from '@/platform/screen'

export type Buying = 'join' | 'open'
type Props = {
  readonly view: GroupView
  readonly kind: Buying
  readonly onPlaced: (placed: Placed) => void
  readonly onClose: () => void
}

/** The join sheet over the shop's one till: the checkout quotes, places once and opens WeChat Pay; the group only asks. */
export const TillSheet = ({ view, kind, onPlaced, onClose }: Props) => {
  const group: InGroup = kind === 'join' ? { kind, groupId: view.id } : { kind, campaignId: view.campaignId }
  const put = (skuId: string, quantity: number) => {
    const [now] = useDraft.getState().basket ?? []
    if (now?.skuId === skuId && now.quantity === quantity && isSame(useDraft.getState().group, group)) return
    checkOutNow(skuId as SkuId, quantity, view.shareCode ?? undefined, group)
  }
  // before the checkout asks for the first time, it must be this that it asks for
  useState(() => {
    const offers = groupOffers(view, 'ordinary')
    const first = chosenSku(offers, firstChoice(offers))
    if (first) checkOutNow(first.id as SkuId, 1, view.shareCode ?? undefined, group)
  })
  const checkout = useCheckout({ onPlaced })

  const toCheckout = () => {
    const [chosen] = useDraft.getState().basket ?? []
    onClose()
    if (chosen) go.checkout({ ...chosen, shareCode: view.shareCode ?? undefined, group })
  }
  return (
    <JoinSheet
      bought={view}
      kind={kind}
      till={tillOf(checkout)}
      onChoose={(skuId, quantity) => skuId && put(skuId, quantity)}
      onPay={() => void checkout.place()}
      onPlace={toCheckout}
      onAgain={() => void checkout.ask()}
      onClose={onClose}
    />
  )
}

const isSame = (a: InGroup | undefined, b: InGroup): boolean => JSON.stringify(a) === JSON.stringify(b)

const now = (): EpochMs => epochMs(Date.now())

const tillOf = ({ view, trouble, isAsking, isPlacing }: Checkout): Till => ({
  totalFen: view?.quote.totalFen ?? null,
  deliveryFen: view?.quote.deliveryFen ?? null,
  place: view && { title: placeTitle(view), note: placeNote(view, now()) },
  isAsking,
  isPaying: isPlacing,
  trouble: trouble && troubleText(trouble),
  needsPlace: view !== null && (view.delivery.kind === 'pickup' ? !view.delivery.pickupPoint : !view.delivery.address),
})

/** A seat that is only kept for somebody may come free again: then it says when. */
const troubleText = (trouble: Trouble): string => {
  const { freesAt } = (trouble.refusal ?? {}) as { freesAt?: EpochMs | null }
  return freesAt ? copy.note.busy(momentText(freesAt, now())) : saidOf(trouble, refused)
}
