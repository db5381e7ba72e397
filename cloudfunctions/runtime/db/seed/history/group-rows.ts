/** The demo's groups as rows: the group, its seats, their orders, and the cards that brought people in. */
import type { Insertable } from 'kysely'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import { nextNth } from '@/domain/group-buy/take-part'
import type { GroupCampaignId, GroupId } from '@/domain/ids'
import { dayText, HOUR, later, MINUTE, SECOND, type EpochMs } from '@/domain/time'
import { demoId, demoMemberId } from '../../demo-ids'
import type { Tables } from '../../tables'
import { campaigns, groups, type DemoCampaign, type DemoGroup, type DemoSeat } from '../catalogue/campaigns'
import { agedId, productId, productOf, skuId } from '../demo-shop'
import type { BasketItem } from './basket'
import type { GroupPart } from './group-story'
import { codeOf, type PastShare } from './shares'
import { tellGroupOrder } from './tell-order'
import type { Cast, ToldOrder } from './told'

export type GroupShare = PastShare & { readonly groupId: GroupId; readonly openedBy: readonly string[] }

export type ToldGroup = {
  readonly group: Insertable<Tables['group_buy']>
  readonly seats: readonly Insertable<Tables['group_seat']>[]
  readonly orders: readonly ToldOrder[]
  readonly share: GroupShare | null
  /** Refunds that the clock has given up. */
  readonly stuck: readonly string[]
}

export const campaignId = (slug: string): GroupCampaignId => demoId('gcp', slug)

/** Order rows of groups are counted from here, far above those of the other past. */
const FIRST_INDEX = 10_000
const MOST_SEATS = 10
/** From placing to paid. */
const PAYING = 25 * SECOND

export const toldGroups = (cast: Cast, now: EpochMs): ToldGroup[] => {
  const held = new Map<string, { nth: number }[]>()
  // the oldest first, so that a person's parts in a campaign are counted as they came
  return groups
    .map((group, place) => ({ group, place }))
    .sort((a, b) => b.group.age - a.group.age)
    .map(({ group, place }) => tellGroup(cast, group, FIRST_INDEX + place * MOST_SEATS, now, held))
}

type Times = {
  readonly openedAt: EpochMs | null
  readonly deadlineAt: EpochMs | null
  readonly filledAt: EpochMs | null
  readonly endedAt: EpochMs | null
}

const timesOf = ({ age, now: fate, seats }: DemoGroup, campaign: DemoCampaign, now: EpochMs): Times => {
  if (fate === 'forming') return { openedAt: null, deadlineAt: null, filledAt: null, endedAt: null }
  const openedAt = later(placedAt(age, 0, now), PAYING)
  const deadlineAt = later(openedAt, campaign.lifeHours * HOUR)
  const lastAt = later(placedAt(age, Math.max(...seats.map(({ after }) => after)), now), PAYING)
  switch (fate) {
    case 'open':
      return { openedAt, deadlineAt, filledAt: null, endedAt: null }
    case 'full':
      return { openedAt, deadlineAt, filledAt: lastAt, endedAt: null }
    case 'at-deadline':
      return { openedAt, deadlineAt, filledAt: later(deadlineAt, SECOND), endedAt: null }
    default:
      return { openedAt, deadlineAt, filledAt: null, endedAt: later(deadlineAt, SECOND) }
  }
}

const placedAt = (age: number, after: number, now: EpochMs): EpochMs =>
  later(now, Math.round(-age * HOUR + after * MINUTE))

const stateOf = ({ now: fate, goods }: DemoGroup): GroupState => {
  if (fate === 'full' || fate === 'at-deadline') return goods === 'received' ? 'fulfilled' : 'full'
  return fate
}

const tellGroup = (
  cast: Cast,
  demo: DemoGroup,
  firstIndex: number,
  now: EpochMs,
  held: Map<string, { nth: number }[]>,
): ToldGroup => {
  const campaign = campaigns.find(({ slug }) => slug === demo.campaign)
  const [opener] = demo.seats
  if (!campaign || !opener) throw new Error(`the demo's group ${demo.slug} has no campaign or nobody in it`)
  const times = timesOf(demo, campaign, now)
  const begunAt = placedAt(demo.age, 0, now)
  const groupId = agedId('grp', begunAt, demo.slug)
  const share = shareOf(demo, groupId, opener.who, times.openedAt)
  const staying = demo.seats.filter((seat) => seat.leftAfter === undefined)
  const told = demo.seats.map((seat, place) => {
    const at = placedAt(demo.age, seat.after, now)
    const item = itemOf(campaign, seat)
    const people = staying.filter(({ after }) => after <= seat.after).length
    const part: GroupPart = {
      groupId,
      priceFen: item.priceFen,
      paidAt: demo.now === 'forming' ? null : later(at, PAYING),
      opened: place === 0,
      missing: campaign.size - people - (seat.leftAfter === undefined ? 0 : 1),
      filledAt: times.filledAt,
      people: staying.length,
      goods: demo.goods ?? 'to-ship',
      back: backOf(demo, seat, times.endedAt, now),
    }
    const plan = {
      index: firstIndex + place,
      buyer: seat.who,
      placedAt: at,
      kind: 'pickup',
      fate: { kind: 'to-ship' },
    } as const
    const order = tellGroupOrder(cast, plan, [item.basket], part, place === 0 ? null : share)
    return { seat: seatRow(cast, campaign, groupId, seat, part, order, held), order, seatPlan: seat }
  })
  return {
    group: {
      store_id: cast.storeId,
      id: groupId,
      campaign_id: campaignId(campaign.slug),
      product_id: productId(campaign.product),
      size: campaign.size,
      min_size: campaign.minSize,
      life_minutes: campaign.lifeHours * 60,
      prices: JSON.stringify(Object.fromEntries(pricesOf(campaign).map(({ id, priceFen }) => [id, priceFen]))),
      state: stateOf(demo),
      opener_id: demoMemberId(opener.who),
      leader_id: demoMemberId(staying[0]?.who ?? opener.who),
      reserved: demo.now === 'forming' ? 1 : 0,
      confirmed: demo.now === 'forming' ? 0 : staying.length,
      created_at: new Date(begunAt),
      opened_at: date(times.openedAt),
      deadline_at: date(times.deadlineAt),
      filled_at: date(times.filledAt),
      ended_at: date(times.endedAt),
      // each seat was kept and then paid
      version: demo.now === 'forming' ? 0 : 2 * demo.seats.length,
    },
    seats: told.map(({ seat }) => seat),
    orders: told.map(({ order }) => order),
    share,
    stuck: told.flatMap(({ order, seatPlan }) => (seatPlan.isStuck ? order.refunds.map(({ id }) => id) : [])),
  }
}

const date = (at: EpochMs | null): Date | null => (at === null ? null : new Date(at))

const backOf = (demo: DemoGroup, seat: DemoSeat, endedAt: EpochMs | null, now: EpochMs): GroupPart['back'] => {
  if (seat.leftAfter !== undefined)
    return { kind: 'group-left', at: placedAt(demo.age, seat.leftAfter, now), isDone: true }
  return endedAt === null ? null : { kind: 'group-expired', at: endedAt, isDone: !seat.isStuck }
}

export const pricesOf = ({ product: slug, prices }: DemoCampaign) => {
  const product = productOf(slug)
  return prices.map(({ sku: index, priceFen, share }) => {
    const sku = product.skus[index]
    if (!sku) throw new Error(`${slug} has no SKU ${index}`)
    return { id: skuId(product, sku), sku, skuIndex: index, priceFen, share }
  })
}

const itemOf = (campaign: DemoCampaign, { sku: index = campaign.prices[0]?.sku, pieces = 1 }: DemoSeat) => {
  const price = pricesOf(campaign).find(({ skuIndex }) => skuIndex === index)
  if (!price) throw new Error(`${campaign.slug} has no price for SKU ${index}`)
  const { sku, skuIndex, priceFen } = price
  const basket: BasketItem = { product: productOf(campaign.product), sku, skuIndex, quantity: pieces }
  return { basket, priceFen }
}

const seatStateOf = ({ paidAt, back }: GroupPart): SeatState => {
  if (paidAt === null) return 'reserved'
  return back ? (back.kind === 'group-left' ? 'left' : 'refunded') : 'confirmed'
}

const seatRow = (
  { storeId }: Cast,
  { slug }: DemoCampaign,
  groupId: GroupId,
  { who, pieces = 1 }: DemoSeat,
  part: GroupPart,
  { order }: ToldOrder,
  held: Map<string, { nth: number }[]>,
): Insertable<Tables['group_seat']> => {
  const state = seatStateOf(part)
  const own = held.get(`${slug}/${who}`) ?? []
  const nth = nextNth(own)
  if (state === 'reserved' || state === 'confirmed') held.set(`${slug}/${who}`, [...own, { nth }])
  return {
    store_id: storeId,
    group_id: groupId,
    order_id: order.id,
    campaign_id: campaignId(slug),
    member_id: demoMemberId(who),
    nth,
    state,
    pieces,
    reserved_at: order.placed_at,
    confirmed_at: date(part.paidAt),
    ended_at: date(part.back?.at ?? null),
  }
}

/** The opener handed it on right after paying; everybody who joined had opened that card. */
const shareOf = (demo: DemoGroup, groupId: GroupId, sharer: string, openedAt: EpochMs | null): GroupShare | null => {
  const campaign = campaigns.find(({ slug }) => slug === demo.campaign)
  if (!campaign || openedAt === null) return null
  const at = later(openedAt, 20 * SECOND)
  return {
    code: codeOf(`group:${demo.slug}`),
    sharer,
    product: campaign.product,
    channel: 'chat',
    at,
    day: dayText(at),
    groupId,
    openedBy: demo.seats.slice(1).map(({ who }) => who),
  }
}
