/** The demo's group sales as rows: the sale, its lines, its chain with the orders in it, and what was handed over. */
import type { Insertable } from 'kysely'
import type { CommunityId, MemberId, OrderId, SaleId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { bagAt } from '@/domain/pickup/bag'
import { reachedPrice, type TieredPrice } from '@/domain/sale/tier'
import { salePayDeadline } from '@/domain/sale/window'
import { DAY, dayStart, epochMs, HOUR, later, MINUTE, SECOND, type EpochMs } from '@/domain/time'
import { demoId, demoMemberId } from '../../demo-ids'
import type { Tables } from '../../tables'
import { communities, sales, type DemoSale, type DemoSaleLine } from '../catalogue/sales'
import { agedId, pickupPointId, productId, productOf, skuId } from '../demo-shop'
import type { BasketItem } from './basket'
import { chanceFrom, type Chance } from './chance'
import { saleStory } from './sale-story'
import { tellSaleOrder } from './tell-order'
import type { Cast, ToldOrder } from './told'

export type ToldSale = {
  readonly demo: DemoSale
  readonly sale: Insertable<Tables['sale']> & { id: SaleId }
  readonly lines: readonly Insertable<Tables['sale_line']>[]
  readonly chain: readonly Insertable<Tables['sale_order']>[]
  readonly people: readonly Insertable<Tables['sale_person']>[]
  readonly backs: readonly Insertable<Tables['tier_back']>[]
  readonly orders: readonly ToldOrder[]
}

export const communityId = (slug: string): CommunityId => demoId('com', slug)
export const saleId = (slug: string): SaleId => demoId('sal', slug)

/** Order rows of sales are counted from here, above those of groups. */
const FIRST_INDEX = 20_000
const MOST_ORDERS = 200
/** What everybody gets who agreed on nothing else. */
const RATE_BP = 800

export const toldSales = (cast: Cast, now: EpochMs): ToldSale[] =>
  sales.map((demo, place) => tellSale(cast, demo, FIRST_INDEX + place * MOST_ORDERS, now))

type Ordered = {
  readonly buyer: string
  readonly placedAt: EpochMs
  readonly isPaid: boolean
  readonly basket: readonly BasketItem[]
}

const leaderOf = ({ community }: DemoSale): MemberId | null => {
  const found = communities.find(({ slug }) => slug === community)
  return found ? demoMemberId(found.leader) : null
}

const skuOf = ({ product, sku }: DemoSaleLine): SkuId => {
  const found = productOf(product).skus[sku]
  if (!found) throw new Error(`${product} has no SKU ${sku}`)
  return skuId(productOf(product), found)
}

const priceOf = (line: DemoSaleLine): TieredPrice => ({
  priceFen: fen(line.priceFen),
  tiers: (line.tiers ?? []).map(([fromUnits, priceFen]) => ({ fromUnits, priceFen: fen(priceFen) })),
})

/** Evening after evening the same: who orders when, and what goes into the basket. */
const orderedIn = (demo: DemoSale, chance: Chance, now: EpochMs): Ordered[] => {
  const start = now + demo.from * HOUR
  const end = Math.min(now + demo.until * HOUR, now - 25 * MINUTE)
  const times = demo.paid.map(() => start + Math.round(chance.next() * (end - start))).sort((a, b) => a - b)
  const paid = demo.paid.map((buyer, i) => ({
    ...{ buyer, placedAt: times[i] as EpochMs, isPaid: true },
    basket: basketOf(demo, chance, Number(demo.first?.[i] ?? -1)),
  }))
  const unpaid = demo.unpaid.map((buyer, i) => ({
    ...{ buyer, placedAt: later(now, -(4 + i * 7) * MINUTE), isPaid: false },
    basket: basketOf(demo, chance, i === 0 ? 1 : -1),
  }))
  return [...paid, ...unpaid]
}

/** `first`: pieces of the first line; below zero that one is chosen as the others are. */
const basketOf = ({ lines }: DemoSale, chance: Chance, first: number): BasketItem[] => {
  const chosen = new Map<DemoSaleLine, number>()
  const [head] = lines
  if (head && first > 0) chosen.set(head, first)
  const free = lines.filter((line) => line.weight > 0)
  const size = Math.min(free.length, Math.max(chance.between(1, 3), first === 0 ? 2 : 1))
  while (chosen.size < size)
    chosen.set(chance.lean(free.map((line) => [line, line.weight])), chance.next() < 0.7 ? 1 : 2)
  return [...chosen].map(([line, quantity]) => {
    const product = productOf(line.product)
    const sku = product.skus[line.sku]
    if (!sku) throw new Error(`${line.product} has no SKU ${line.sku}`)
    return { product, sku, skuIndex: line.sku, quantity }
  })
}

const tellSale = (cast: Cast, demo: DemoSale, firstIndex: number, now: EpochMs): ToldSale => {
  const chance = chanceFrom(61_001 + firstIndex)
  const ordered = orderedIn(demo, chance, now)
  const id = saleId(demo.slug)
  const at = (hours: number): EpochMs => later(now, Math.round(hours * HOUR))
  const isClosed = demo.state !== 'open'
  const closedAt = later(at(demo.until), 20 * SECOND)
  const reckonedAt = later(closedAt, 10 * MINUTE)
  const readyAt = isClosed ? later(at(demo.handOver[0]), -40 * MINUTE) : null
  const units = new Map<string, number>()
  const chain: Insertable<Tables['sale_order']>[] = []
  const backs: Insertable<Tables['tier_back']>[] = []
  const orders: ToldOrder[] = []
  const sold = soldUnits(ordered)
  const reached = new Map(
    demo.lines.map((line) => [skuOf(line), reachedPrice(priceOf(line), sold.get(skuOf(line)) ?? 0)]),
  )
  const handOverFrom = at(demo.handOver[0])
  const handOverFor = Math.min(at(demo.handOver[1]), now - 6 * MINUTE) - handOverFrom
  let number = 0
  ordered.forEach(({ buyer, placedAt, isPaid, basket }, i) => {
    const plan = { index: firstIndex + i, buyer, placedAt, kind: 'pickup', fate: { kind: 'unpaid' } } as const
    const isWaiting = i >= demo.paid.length - demo.waiting
    const handedAt = readyAt === null || isWaiting ? null : later(handOverFrom, Math.round(chance.next() * handOverFor))
    const part = { isPaid, reckoned: isClosed ? { at: reckonedAt, prices: reached } : null, readyAt, handedAt }
    const told = tellSaleOrder(
      cast,
      plan,
      basket,
      (item) => ({ rule: 'community', priceFen: nowFen(demo, units, skuId(item.product, item.sku)) }),
      (quote, lineIds, own) => {
        const { story, backs: own_ } = saleStory(plan, part, quote, lineIds, own)
        backs.push(
          ...own_.map((back) =>
            backRow(cast, id, agedId('ord', placedAt, `past-${plan.index}`), plan.index, back, reckonedAt),
          ),
        )
        return story
      },
    )
    const orderId = told.order.id as OrderId
    const paidAt = told.order.paid_at ?? null
    if (isPaid) for (const item of basket) add(units, skuId(item.product, item.sku), item.quantity)
    orders.push(inSale(told, demo, id, at(demo.until)))
    chain.push({
      ...{ store_id: cast.storeId, order_id: orderId, sale_id: id, member_id: demoMemberId(buyer) },
      number: isPaid ? ++number : null,
      bag_state: handedAt === null ? bagAt('waiting', at(demo.handOver[1]), 1, now) : 'handed',
      ...{ placed_at: new Date(placedAt), paid_at: paidAt, handed_at: handedAt === null ? null : new Date(handedAt) },
    })
  })
  return {
    ...{ demo, chain, backs, orders },
    sale: saleRow(cast, demo, now, number),
    lines: demo.lines.map((line, position) => lineRow(cast, demo, line, position, ordered, sold)),
    people: peopleOf(cast, demo, ordered),
  }
}

const add = (sums: Map<string, number>, key: string, n: number): void => void sums.set(key, (sums.get(key) ?? 0) + n)

const soldUnits = (ordered: readonly Ordered[], paidOnly = true): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { isPaid, basket } of ordered)
    if (isPaid || !paidOnly) for (const item of basket) add(sums, skuId(item.product, item.sku), item.quantity)
  return sums
}

/** The tier that had been reached when this order came. */
const nowFen = (demo: DemoSale, units: ReadonlyMap<string, number>, sku: string) => {
  const line = demo.lines.find((each) => skuOf(each) === sku)
  if (!line) throw new Error(`${demo.slug} has no ${sku}`)
  return reachedPrice(priceOf(line), units.get(sku) ?? 0)
}

const backRow = (
  { storeId }: Cast,
  sale: SaleId,
  orderId: OrderId,
  index: number,
  { lineId, units, backFen }: { lineId: string; units: number; backFen: number },
  at: EpochMs,
): Insertable<Tables['tier_back']> => ({
  ...{ store_id: storeId, line_id: lineId, sale_id: sale, order_id: orderId, units, back_fen: backFen },
  refund_id: agedId('ref', at, `past-${index}`),
})

/** The order as one of this sale: who earns from it, until when it could be paid, where it is fetched. */
const inSale = (told: ToldOrder, demo: DemoSale, id: SaleId, endsAt: EpochMs): ToldOrder => {
  const leaderId = leaderOf(demo)
  const [point] = demo.points
  const placedAt = told.order.placed_at.getTime() as EpochMs
  const isOwn = leaderId === told.order.member_id
  const attribution = leaderId && (isOwn ? { kind: 'own-purchase', leaderId } : { kind: 'sale', leaderId, saleId: id })
  return {
    ...told,
    order: {
      ...told.order,
      sale_id: id,
      leader_id: leaderId,
      attribution: attribution && JSON.stringify(attribution),
      pay_deadline_at: new Date(salePayDeadline(placedAt, endsAt)),
      ...(demo.points.length === 1 && point ? { pickup_point_id: pickupPointId(point) } : {}),
    },
    lines: leaderId ? told.lines.map((line) => ({ ...line, rate_bp: RATE_BP })) : told.lines,
  }
}

/** An open sale ends on the hour and is handed over the evening after, as people do it. */
const wholeHour = (at: EpochMs): EpochMs => epochMs(Math.ceil(at / HOUR) * HOUR)
const eveningAfter = (end: EpochMs): { from: EpochMs; until: EpochMs } => {
  const day = dayStart(later(end, DAY))
  return { from: later(day, 17.5 * HOUR), until: later(day, 20.5 * HOUR) }
}

const saleRow = (
  { storeId }: Cast,
  demo: DemoSale,
  now: EpochMs,
  lastNumber: number,
): Insertable<Tables['sale']> & { id: SaleId } => {
  const at = (hours: number): Date => new Date(later(now, Math.round(hours * HOUR)))
  const [from, until] = demo.handOver
  const evening = eveningAfter(later(now, demo.until * HOUR))
  const opened = at(Math.min(demo.from, 0) - 0.5)
  const isClosed = demo.state !== 'open'
  return {
    ...{ store_id: storeId, id: saleId(demo.slug), community_id: demo.community && communityId(demo.community) },
    ...{ leader_id: leaderOf(demo), state: demo.state, title: demo.title, note: demo.note },
    ...{
      starts_at: at(demo.from),
      ends_at: isClosed ? at(demo.until) : new Date(wholeHour(later(now, demo.until * HOUR))),
      hand_over_from_at: isClosed ? at(from) : new Date(evening.from),
      hand_over_until_at: isClosed ? at(until) : new Date(evening.until),
    },
    ...{ keep_days: 1, shortage_policy: demo.policy, pickup_point_ids: demo.points.map(pickupPointId) },
    ...{ last_number: lastNumber, version: demo.paid.length * 2 + demo.unpaid.length, opened_at: opened },
    closed_at: isClosed ? new Date(at(demo.until).getTime() + 20 * SECOND) : null,
    reckoned_at: isClosed ? new Date(at(demo.until).getTime() + 20 * SECOND + 10 * MINUTE) : null,
    picking_at: isClosed ? at(from - 8) : null,
    delivered_at: isClosed ? at(from - 0.7) : null,
    settled_at: demo.state === 'settled' ? at(from - 0.7 + 7 * 24) : null,
    ...{ created_at: opened, updated_at: opened },
  }
}

const lineRow = (
  { storeId }: Cast,
  demo: DemoSale,
  line: DemoSaleLine,
  position: number,
  ordered: readonly Ordered[],
  sold: ReadonlyMap<string, number>,
): Insertable<Tables['sale_line']> => {
  const { priceFen, tiers } = priceOf(line)
  const sku = skuOf(line)
  const paid = sold.get(sku) ?? 0
  return {
    ...{ store_id: storeId, sale_id: saleId(demo.slug), sku_id: sku, product_id: productId(line.product), position },
    ...{ label: line.label, price_fen: priceFen, tiers: JSON.stringify(tiers) },
    ...{ stock_limit: line.stockLimit ?? null, per_person: line.perPerson ?? null },
    taken: soldUnits(ordered, false).get(sku) ?? 0,
    ...{ paid_units: paid, reached_units: paid, received: demo.state === 'open' ? null : paid },
  }
}

const peopleOf = (
  { storeId }: Cast,
  demo: DemoSale,
  ordered: readonly Ordered[],
): Insertable<Tables['sale_person']>[] =>
  demo.lines.flatMap((line) => {
    const limit = line.perPerson
    if (limit === undefined) return []
    return ordered.flatMap(({ buyer, basket }) => {
      const held = basket.find((item) => skuId(item.product, item.sku) === skuOf(line))?.quantity ?? 0
      const row = { store_id: storeId, sale_id: saleId(demo.slug), sku_id: skuOf(line), member_id: demoMemberId(buyer) }
      return held > 0 ? [{ ...row, held, per_person: limit }] : []
    })
  })
