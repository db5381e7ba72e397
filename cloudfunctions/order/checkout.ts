/** The checkout screen's preview: same facts and same quote as the placing, plus what else could be chosen. */
import type { order as contract } from '@/contract/order'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import type { DeliveryPromise } from '@/contract/views'
import type { Region } from '@/domain/delivery/template'
import { ZERO, type Fen } from '@/domain/money'
import { quoteOrder } from '@/domain/order/place'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { Quote } from '@/domain/pricing/quote'
import { ok, refuse, type Result } from '@/domain/result'
import { promises } from '@/domain/delivery/promise'
import type { MemberId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import type { MemberCaller } from '../runtime/caller'
import type { SignInRequired } from '../runtime/serve'
import type { Deps } from '../runtime/deps'
import { mergeBasket, missingFrom, reachOf } from './basket'
import { agreeOnPart, type AgreedPart } from '../group-buy/agree-on-part'
import { readPart } from '../group-buy/part-facts.sql'
import { readBasket, type BasketFactsRow } from './basket.sql'
import { readChoices, type Choices } from './checkout.sql'

type View = OutputOf<typeof contract.checkout>
type Input = ParsedOf<typeof contract.checkout>
type Delivery = NonNullable<Input['delivery']>

export const checkout = async (
  deps: Deps,
  caller: MemberCaller,
  input: Input,
): Promise<Result<View, RefusalOf<typeof contract.checkout> | SignInRequired>> => {
  const { memberId } = caller
  const basket = mergeBasket(input.basket)
  const [choices, read, part] = await Promise.all([
    readChoices(deps, memberId),
    readBasket(deps, { memberId, basket }),
    input.group ? partIn(deps, memberId, basket, input.group) : null,
  ])
  // deleted a moment ago on another phone
  if (!read.member) return refuse({ code: 'sign-in.required' })
  if (part && !part.ok) return part
  const special = part?.value.special
  const facts = special ? { ...read, skus: read.skus.map((sku) => ({ ...sku, special })) } : read
  const delivery = input.delivery ?? usualDelivery(choices)
  if (!delivery) return refuse({ code: 'delivery.missing' })
  const missing = missingFrom(facts, input.basket)
  if (missing) return refuse({ code: 'sku.unknown', skuId: missing })
  const chosen = chosenFrom(choices, delivery)
  const reach = reachOf(chosen, delivery)
  if (!reach.ok) return reach
  const quote = quoteFor(facts, delivery.kind, reach.value)
  if (!quote.ok) return quote
  return ok(viewOf(deps, facts, choices, { kind: delivery.kind, ...chosen }, quote.value, part?.value ?? null))
}

/** What is agreed on in the group, for a basket that is one SKU. */
const partIn = async (
  deps: Deps,
  memberId: MemberId,
  basket: ReturnType<typeof mergeBasket>,
  wish: NonNullable<Input['group']>,
) => {
  const [line, ...more] = basket
  if (!line || more.length > 0) return refuse({ code: 'group.one-product' })
  return agreeOnPart(await readPart(deps, { memberId, skuId: line.skuId, wish }), wish.kind, line.quantity, deps.now())
}

const quoteFor = (facts: BasketFactsRow, kind: DeliveryKind, region: Region | null) =>
  quoteOrder({ skus: facts.skus, level: facts.member?.level ?? 'ordinary', templates: facts.templates }, kind, region)

/** What the member most likely wants: the way of their last order, else the first open pick-up point, else their address. */
const usualDelivery = ({ last, pickupPoints, addresses }: Choices): Delivery | null => {
  const address = addresses[0]
  const lastPoint = pickupPoints.find((p) => p.id === last?.pickupPointId)
  if (lastPoint) return { kind: 'pickup', pickupPointId: lastPoint.id }
  if (last && last.kind !== 'pickup' && address) return { kind: last.kind, addressId: address.id }
  const point = pickupPoints[0]
  if (point) return { kind: 'pickup', pickupPointId: point.id }
  return address ? { kind: 'express', addressId: address.id } : null
}

/** The point or the address that is meant; of one's own, or open, or else null. */
const chosenFrom = ({ pickupPoints, addresses }: Choices, delivery: Delivery) =>
  delivery.kind === 'pickup'
    ? { pickupPoint: pickupPoints.find((p) => p.id === delivery.pickupPointId) ?? null, address: null }
    : { pickupPoint: null, address: addresses.find((a) => a.id === delivery.addressId) ?? null }

type Way = { readonly kind: DeliveryKind } & ReturnType<typeof chosenFrom>

const viewOf = (
  deps: Deps,
  facts: BasketFactsRow,
  choices: Choices,
  chosen: Way,
  quote: Quote,
  part: AgreedPart | null,
): View => {
  // a way not chosen is promised for the address it would go to
  const address = chosen.address ?? choices.addresses[0] ?? null
  const made = promises(deps.now(), choices.settings, facts.templates, address ?? undefined)
  const promise = (kind: DeliveryKind, feeFen: Fen): DeliveryPromise | null => {
    const found = made.find((p) => p.kind === kind)
    return found ? { ...found, feeFen } : null
  }
  return {
    lines: facts.skus.map(lineOf),
    quote,
    delivery: {
      ...chosen,
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
    group: part && {
      size: part.terms.size,
      minSize: part.terms.minSize,
      missing: part.group?.missing ?? part.terms.size,
      deadlineAt: part.group?.deadlineAt ?? null,
      lifeMs: part.terms.lifeMinutes * MINUTE,
    },
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
  address: Region | null,
): Result<Fen, { code: 'no-address' | 'out-of-area' }> => {
  if (kind === 'pickup') return choices.pickupPoints.length > 0 ? ok(ZERO) : refuse({ code: 'out-of-area' })
  if (!address) return refuse({ code: 'no-address' })
  const quote = quoteFor(facts, kind, address)
  return quote.ok ? ok(quote.value.deliveryFen) : refuse({ code: 'out-of-area' })
}
