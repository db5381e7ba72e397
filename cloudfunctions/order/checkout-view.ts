/** What the checkout screen draws, out of the facts and the deal that were found. */
import type { CheckoutAddOn, CheckoutDeals, CheckoutFlash, order as contract } from '@/contract/order'
import type { OutputOf, ParsedOf } from '@/contract/define'
import type { DeliveryPromise } from '@/contract/views'
import type { Region } from '@/domain/delivery/template'
import { promises } from '@/domain/delivery/promise'
import { FLASH_PAY_WINDOW } from '@/domain/flash/slot'
import { ZERO, type Fen } from '@/domain/money'
import { quoteOrder, type BasketState } from '@/domain/order/place'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import { pointsWorth } from '@/domain/points/spend'
import type { BestDeal } from '@/domain/pricing/best-deal'
import type { Quote } from '@/domain/pricing/quote'
import { ok, refuse, type Result } from '@/domain/result'
import { MINUTE, type EpochMs } from '@/domain/time'
import type { AgreedFlash } from '../flash/agree-on-flash'
import type { AgreedPart } from '../group-buy/agree-on-part'
import { waysOf } from '../sale/agree-on-sale'
import type { BoughtAs, Own } from './basket-state'
import type { BasketFactsRow } from './basket.sql'
import { checkoutSale } from './checkout-sale'
import type { Choices } from './checkout.sql'

type View = OutputOf<typeof contract.checkout>
type Delivery = NonNullable<ParsedOf<typeof contract.checkout>['delivery']>

/** The point or the address that is meant; of one's own, or open, or else null. */
export const chosenFrom = ({ pickupPoints, addresses }: Choices, delivery: Delivery) =>
  delivery.kind === 'pickup'
    ? { pickupPoint: pickupPoints.find((p) => p.id === delivery.pickupPointId) ?? null, address: null }
    : { pickupPoint: null, address: addresses.find((a) => a.id === delivery.addressId) ?? null }

type Found = {
  readonly now: EpochMs
  readonly facts: BasketFactsRow
  readonly choices: Choices
  readonly state: BasketState
  readonly own: Own
  readonly way: { readonly kind: DeliveryKind } & ReturnType<typeof chosenFrom>
  readonly bought: BoughtAs
  readonly deal: BestDeal
  readonly addOn: CheckoutAddOn | null
}

export const checkoutView = (found: Found): View => {
  const { now, facts, choices, way, bought, deal } = found
  // a way not chosen is promised for the address it would go to
  const address = way.address ?? choices.addresses[0] ?? null
  const made = promises(now, choices.settings, facts.templates, address ?? undefined)
  const promise = (kind: DeliveryKind, feeFen: Fen): DeliveryPromise | null => {
    const known = made.find((p) => p.kind === kind)
    return known ? { ...known, feeFen } : null
  }
  return {
    lines: facts.skus.map(lineOf),
    quote: deal.quote,
    delivery: { ...way, promise: promise(way.kind, deal.quote.deliveryFen) },
    choices: (bought.sale ? waysOf(bought.sale.part) : WAYS).map((kind) => {
      const why = feeOrWhyNot(found, kind, address)
      return why.ok
        ? { kind, promise: promise(kind, why.value), unavailable: null }
        : { kind, promise: null, unavailable: why.refusal.code }
    }),
    pickupPoints: choices.pickupPoints,
    addresses: choices.addresses,
    group: bought.group && groupOf(bought.group),
    deals: dealsView(found),
    addOn: found.addOn,
    flash: bought.flash && flashOf(bought.flash),
    sale: bought.sale ? checkoutSale(bought.sale) : null,
  }
}

const WAYS = ['pickup', 'local', 'express'] as const

const lineOf = ({ skuId, productId, title, options, picture, quantity }: BasketFactsRow['skus'][number]) => ({
  skuId,
  productId,
  title,
  options,
  picture,
  quantity,
})

/** The fee of a way that can be chosen, with the coupons that are, or why it can't. */
const feeOrWhyNot = (
  { choices, state, way, deal }: Found,
  kind: DeliveryKind,
  address: Region | null,
): Result<Fen, { code: 'no-address' | 'out-of-area' }> => {
  if (kind === way.kind) return ok(deal.quote.deliveryFen)
  if (kind === 'pickup') return choices.pickupPoints.length > 0 ? ok(ZERO) : refuse({ code: 'out-of-area' })
  if (!address) return refuse({ code: 'no-address' })
  const quote = quoteOrder(withOnly(state, deal.choice), kind, address, deal.choice)
  return quote.ok ? ok(quote.value.deliveryFen) : refuse({ code: 'out-of-area' })
}

/** A wallet of what is chosen: nothing else is compared again. */
const withOnly = (state: BasketState, { couponId, deliveryCouponId }: BestDeal['choice']): BasketState =>
  state.deals?.coupons?.length
    ? {
        ...state,
        deals: {
          ...state.deals,
          coupons: state.deals.coupons.filter(({ id }) => id === couponId || id === deliveryCouponId),
        },
      }
    : state

const groupOf = ({ terms, group }: AgreedPart): View['group'] => ({
  size: terms.size,
  minSize: terms.minSize,
  missing: group?.missing ?? terms.size,
  deadlineAt: group?.deadlineAt ?? null,
  lifeMs: terms.lifeMinutes * MINUTE,
})

const flashOf = ({ part: { id, name, slot, items } }: AgreedFlash): CheckoutFlash => ({
  slotId: id,
  name,
  endsAt: slot.endsAt,
  payWindowMs: FLASH_PAY_WINDOW,
  items: items.map(({ skuId, perPerson, stockShare, taken }) => ({
    skuId,
    perPerson,
    left: Math.min(99, stockShare - taken),
  })),
})

const dealsView = ({ own, state, deal }: Found): CheckoutDeals => {
  const { coupons, faces, points: balance } = own.wallet
  const held = new Map(coupons.map((coupon) => [coupon.id, coupon]))
  const spendable = spendableIn(deal.quote)
  return {
    choice: { ...deal.choice, usePoints: own.usePoints && state.deals?.points !== undefined },
    options: deal.options.flatMap((option) => {
      const [coupon, face] = [held.get(option.id), faces.get(option.id)]
      if (!coupon || !face) return []
      return {
        offer: face.offer,
        thresholdFen: face.thresholdFen,
        scopeNames: face.scopeNames,
        leadsTo: face.leadsTo,
        combines: face.combines,
        validFromAt: coupon.validFromAt,
        expiresAt: coupon.expiresAt,
        ...option,
      }
    }),
    points: state.deals?.points ? { balance, spendable, worthFen: pointsWorth(spendable) } : null,
  }
}

/** The quote says it, whether they are used or only could be. */
const spendableIn = ({ steps, unused = [] }: Quote): number => {
  for (const step of steps) if (step.kind === 'points') return step.points
  for (const rule of unused) if (rule.kind === 'points' && rule.why.code === 'switched-off') return rule.why.points
  return 0
}
