/** The checkout screen's preview: same facts and same quote as the placing, plus what else could be chosen. */
import type { order as contract } from '@/contract/order'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import type { DeliveryPromise } from '@/contract/views'
import { ZERO, type Fen } from '@/domain/money'
import { quoteOrder } from '@/domain/order/place'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { Quote } from '@/domain/pricing/quote'
import { ok, refuse, type Result } from '@/domain/result'
import { promises } from '@/domain/delivery/promise'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { mergeBasket, missingFrom } from './basket'
import { readBasket, type BasketFactsRow } from './basket.sql'
import { readChoices, type Choices } from './checkout.sql'

type View = OutputOf<typeof contract.checkout>
type Input = ParsedOf<typeof contract.checkout>
type Chosen = NonNullable<Input['delivery']>

export const checkout = async (
  deps: Deps,
  caller: MemberCaller,
  input: Input,
): Promise<Result<View, RefusalOf<typeof contract.checkout>>> => {
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
  const address =
    choices.addresses.find((a) => chosen.kind !== 'pickup' && a.id === chosen.addressId) ?? choices.addresses[0] ?? null
  const made = promises(deps.now(), choices.settings, facts.templates, address ?? undefined)
  const promise = (kind: DeliveryKind, feeFen: Fen): DeliveryPromise | null => {
    const found = made.find((p) => p.kind === kind)
    return found ? { ...found, feeFen } : null
  }
  return {
    lines: facts.skus.map(lineOf),
    quote,
    delivery: {
      kind: chosen.kind,
      pickupPoint: chosen.kind === 'pickup' ? facts.pickupPoint : null,
      address: chosen.kind === 'pickup' ? null : address,
      promise: promise(chosen.kind, quote.deliveryFen),
    },
    choices: (['pickup', 'local', 'express'] as const).map((kind) => {
      const why = feeOrWhyNot(facts, choices, kind, address)
      return why.ok
        ? { kind, promise: promise(kind, why.value), unavailable: null }
        : { kind, promise: null, unavailable: why.refusal.code }
    }),
    pickupPoints: choices.pickupPoints,
    addresses: choices.addresses,
  }
}

const lineOf = ({ skuId, productId, title, options, picture, quantity }: BasketFactsRow['skus'][number]) => ({
  skuId,
  productId,
  title,
  options,
  picture,
  quantity,
})

/** The fee of a way that can be chosen, or why it can't. */
const feeOrWhyNot = (
  facts: BasketFactsRow,
  choices: Choices,
  kind: DeliveryKind,
  address: BasketFactsRow['address'],
): Result<Fen, { code: 'no-address' | 'out-of-area' }> => {
  if (kind === 'pickup') return choices.pickupPoints.length > 0 ? ok(ZERO) : refuse({ code: 'out-of-area' })
  if (!address) return refuse({ code: 'no-address' })
  const quote = quoteFor(facts, kind, address)
  return quote.ok ? ok(quote.value.deliveryFen) : refuse({ code: 'out-of-area' })
}
