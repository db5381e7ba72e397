/** The checkout screen's preview: same facts and same quote as the placing, plus what else could be chosen. */
import type { order as contract } from '@/contract/order'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import type { DeliveryPromise } from '@/contract/views'
import { fen, ZERO } from '@/domain/money'
import { quoteOrder } from '@/domain/order/place'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { Quote } from '@/domain/pricing/quote'
import { ok, refuse, type Result } from '@/domain/result'
import { promiseFor } from '@/domain/delivery/promise'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { mergeBasket, missingFrom } from './basket'
import { readBasket, type BasketFactsRow } from './basket.sql'
import { readChoices, type Choices } from './checkout.sql'

type View = OutputOf<typeof contract.checkout>
type Input = ParsedOf<typeof contract.checkout>
type Chosen = NonNullable<Input['delivery']>

export const checkout = async (deps: Deps, caller: MemberCaller, input: Input): Promise<Result<View, RefusalOf<typeof contract.checkout>>> => {
  const choices = await readChoices(deps, caller.memberId)
  const delivery = input.delivery ?? usualDelivery(choices)
  if (!delivery) return refuse({ code: 'delivery.missing' })
  const facts = await readBasket(deps, {
    memberId: caller.memberId,
    basket: mergeBasket(input.basket),
    addressId: delivery.kind === 'pickup' ? undefined : delivery.addressId,
    pickupPointId: delivery.kind === 'pickup' ? delivery.pickupPointId : undefined,
  })
  const missing = missingFrom(facts, input.basket)
  if (missing) return refuse({ code: 'sku.unknown', skuId: missing })
  if (delivery.kind === 'pickup' && !facts.pickupPoint) return refuse({ code: 'pickup-point.unknown' })
  if (delivery.kind !== 'pickup' && !facts.address) return refuse({ code: 'address.unknown' })
  const quote = quoteFor(facts, delivery.kind, facts.address)
  if (!quote.ok) return quote
  return ok(viewOf(deps, facts, choices, delivery, quote.value))
}

const quoteFor = (facts: BasketFactsRow, kind: DeliveryKind, region: BasketFactsRow['address']) =>
  quoteOrder({ skus: facts.skus, level: facts.member?.level ?? 'ordinary', templates: facts.templates }, kind, region)

/** What the member most likely wants: the way of their last order, else the first open pick-up point, else their address. */
const usualDelivery = ({ last, pickupPoints, addresses }: Choices): Chosen | null => {
  const address = addresses[0]
  const lastPoint = pickupPoints.find((p) => p.id === last?.pickupPointId)
  if (lastPoint) return { kind: 'pickup', pickupPointId: lastPoint.id }
  if (last && last.kind !== 'pickup' && address) return { kind: last.kind, addressId: address.id }
  const point = pickupPoints[0]
  if (point) return { kind: 'pickup', pickupPointId: point.id }
  return address ? { kind: 'express', addressId: address.id } : null
}

const viewOf = (deps: Deps, facts: BasketFactsRow, choices: Choices, chosen: Chosen, quote: Quote): View => {
  const promise = (kind: DeliveryKind, feeFen = ZERO, freeOverFen: number | null = null): DeliveryPromise | null =>
    promiseFor(deps.now(), choices.settings, { kind, feeFen, freeOverFen: freeOverFen === null ? null : fen(freeOverFen) })
  const address = choices.addresses.find((a) => chosen.kind !== 'pickup' && a.id === chosen.addressId) ?? choices.addresses[0] ?? null
  return {
    lines: facts.skus.map(({ skuId, productId, title, options, picture, quantity }) => ({ skuId, productId, title, options, picture, quantity })),
    quote,
    delivery: {
      kind: chosen.kind,
      pickupPoint: chosen.kind === 'pickup' ? facts.pickupPoint : null,
      address: chosen.kind === 'pickup' ? null : address,
      promise: promise(chosen.kind, quote.deliveryFen),
    },
    choices: (['pickup', 'local', 'express'] as const).map((kind) => {
      if (kind === 'pickup') return { kind, promise: choices.pickupPoints.length > 0 ? promise(kind) : null, unavailable: choices.pickupPoints.length > 0 ? null : ('out-of-area' as const) }
      if (!address) return { kind, promise: null, unavailable: 'no-address' as const }
      const other = quoteFor(facts, kind, address)
      if (!other.ok) return { kind, promise: null, unavailable: 'out-of-area' as const }
      const step = other.value.steps.find((s) => s.kind === 'delivery')
      return { kind, promise: promise(kind, other.value.deliveryFen, step?.thresholdFen ?? null), unavailable: null }
    }),
    pickupPoints: choices.pickupPoints,
    addresses: choices.addresses,
  }
}
