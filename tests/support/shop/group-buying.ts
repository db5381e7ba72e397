/** The way to groups in a test: a campaign, a seat in a group, a payment, and the books that must agree at any moment. */
import { sql } from 'kysely'
import type { CallInput, CallReply } from '@/contract/index'
import type { GroupCampaignId, GroupId, MemberId, OrderId, PickupPointId, ProductId, SkuId } from '@/domain/ids'
import { HOUR } from '@/domain/time'
import { dataOf, type Shop } from '../functions'
import { lateNotice, pay, requestId } from './buying'

type CampaignWish = {
  size?: number
  minSize?: number
  lifeMinutes?: number
  perPerson?: number
  mostPieces?: number
  priceFen?: number
  groupPriceFen?: number
  memberPriceFen?: number
  stock?: number
  share?: number
  skus?: number
  status?: 'draft' | 'live' | 'paused' | 'ended'
  title?: string
}

export type Campaign = {
  campaignId: GroupCampaignId
  productId: ProductId
  skuId: SkuId
  skuIds: SkuId[]
  pickupPointId: PickupPointId
  priceFen: number
  stock: number
}

/** A running campaign for a product of its own: three people, 24 hours, ¥12.90 instead of ¥19.90. */
export const aCampaign = async (shop: Shop, wish: CampaignWish = {}): Promise<Campaign> => {
  const { groupPriceFen = 1290, stock = 100, priceFen = 1990 } = wish
  const { deps } = shop
  const skus = Array.from({ length: wish.skus ?? 1 }, (_, n) => ({
    options: wish.skus ? [`${n + 1} 斤`] : [],
    priceFen,
    stock,
    ...(wish.memberPriceFen ? { memberPriceFen: wish.memberPriceFen } : {}),
  }))
  const { productId, skuId, skuIds } = await shop.aProduct({ skus, ...(wish.title ? { title: wish.title } : {}) })
  const campaignId = deps.newId('gcp')
  const at = new Date(deps.now())
  await deps.db
    .insertInto('group_campaign')
    .values({
      store_id: deps.storeId,
      id: campaignId,
      name: '三人团',
      product_id: productId,
      size: wish.size ?? 3,
      min_size: wish.minSize ?? null,
      life_minutes: wish.lifeMinutes ?? 1440,
      per_person: wish.perPerson ?? 1,
      most_pieces: wish.mostPieces ?? 2,
      status: wish.status ?? 'live',
      starts_at: new Date(deps.now() - HOUR),
      ends_at: new Date(deps.now() + 72 * HOUR),
      created_at: at,
      updated_at: at,
    })
    .execute()
  for (const sku_id of skuIds)
    await deps.db
      .insertInto('group_price')
      .values({
        store_id: deps.storeId,
        campaign_id: campaignId,
        sku_id,
        price_fen: groupPriceFen,
        stock_share: wish.share ?? stock,
      })
      .execute()
  return {
    campaignId,
    productId,
    skuId,
    skuIds,
    pickupPointId: await shop.aPickupPoint(),
    priceFen: groupPriceFen,
    stock,
  }
}

type Wish = NonNullable<CallInput<'order', 'place'>['group']>
type More = { request?: string; quantity?: number; totalFen?: number; skuId?: SkuId; shareCode?: string }

/** Places an order that opens or joins; the reply as it comes. */
export const takePart = (
  shop: Shop,
  campaign: Campaign,
  memberId: MemberId,
  group: Wish,
  more: More = {},
): Promise<CallReply<'order', 'place'>> => {
  const quantity = more.quantity ?? 1
  return shop.call(
    'order',
    'place',
    {
      requestId: more.request ?? requestId(),
      basket: [{ skuId: more.skuId ?? campaign.skuId, quantity }],
      delivery: { kind: 'pickup', pickupPointId: campaign.pickupPointId },
      totalFen: more.totalFen ?? campaign.priceFen * quantity,
      group,
      ...(more.shareCode ? { shareCode: more.shareCode } : {}),
    },
    memberId,
  )
}

export type Seat = { memberId: MemberId; orderId: OrderId; number: string; groupId: GroupId; skuId: SkuId }

/** A kept seat, not paid yet; without a group it opens one. */
export const aKeptSeat = async (
  shop: Shop,
  campaign: Campaign,
  { groupId, memberId, ...more }: More & { groupId?: GroupId; memberId?: MemberId } = {},
): Promise<Seat> => {
  const who = memberId ?? (await shop.aMember())
  const wish: Wish = groupId ? { kind: 'join', groupId } : { kind: 'open', campaignId: campaign.campaignId }
  const placed = dataOf(await takePart(shop, campaign, who, wish, more))
  if (!placed.groupId) throw new Error('a group order without a group')
  return {
    memberId: who,
    orderId: placed.orderId,
    number: placed.number,
    groupId: placed.groupId,
    skuId: more.skuId ?? campaign.skuId,
  }
}

export const aPaidSeat = async (...args: Parameters<typeof aKeptSeat>): Promise<Seat> => {
  const seat = await aKeptSeat(...args)
  await pay(args[0], seat)
  return seat
}

/** Somebody who has paid for a seat that was gone, and the group that is full without them. */
export const aLostSeat = async (shop: Shop, campaign: Campaign): Promise<{ lost: Seat; others: Seat[] }> => {
  const [opener] = await anOpenGroup(shop, campaign)
  if (!opener) throw new Error('nobody opened')
  const lost = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  const notice = await lateNotice(shop, lost)
  const others = [opener]
  while ((await groupOf(shop, opener)).state === 'open')
    others.push(await aPaidSeat(shop, campaign, { groupId: opener.groupId }))
  await shop.deliver('payment', notice)
  return { lost, others }
}

/** An open group with `people` paid members, the opener first. */
export const anOpenGroup = async (shop: Shop, campaign: Campaign, people = 1): Promise<Seat[]> => {
  const seats = [await aPaidSeat(shop, campaign)]
  while (seats.length < people) seats.push(await aPaidSeat(shop, campaign, { groupId: (seats[0] as Seat).groupId }))
  return seats
}

export const groupOf = async (shop: Shop, seat: Seat) =>
  dataOf(await shop.call('group-buy', 'open', { groupId: seat.groupId }, seat.memberId))

export const orderOf = async (shop: Shop, { orderId, memberId }: Pick<Seat, 'orderId' | 'memberId'>) =>
  dataOf(await shop.call('order', 'detail', { orderId }, memberId))

export const tick = async (shop: Shop): Promise<void> => void dataOf(await shop.call('jobs', 'run', {}, 'timer'))

/** Sends the refunds that are wanted and lets the bank pay them. */
export const settleRefunds = async (shop: Shop, seats: readonly Pick<Seat, 'number'>[]): Promise<void> => {
  await tick(shop)
  for (const { number } of seats)
    for (const refund of shop.pay.refundsOf(number))
      if (refund.status === 'PROCESSING') await shop.deliver('payment', shop.pay.settleRefund(refund.outRefundNo))
  await tick(shop)
}

/**
 * What must hold at any moment: counters are what the seats say, nobody sits too many, shares and shelf are held exactly by
 * kept and paid seats, nothing ships before a group is full, and nobody's money is refunded twice or forgotten.
 */
export const expectBooksAgree = async (shop: Shop): Promise<void> => {
  const { db } = shop.deps
  const odd = async (name: string, query: ReturnType<typeof sql>): Promise<void> => {
    expect([name, (await query.execute(db)).rows]).toEqual([name, []])
  }
  await odd(
    'counters',
    sql`select g.id, g.state, g.reserved, g.confirmed, s.* from group_buy g cross join lateral (
        select count(*) filter (where state = 'reserved')::int as kept, count(*) filter (where state = 'confirmed')::int as paid,
          count(*) filter (where state = 'refunded' and confirmed_at is not null)::int as back
        from group_seat where group_id = g.id) s
      where g.reserved <> s.kept or g.confirmed <> s.paid + s.back or g.reserved + g.confirmed > g.size
        or (g.state in ('expired', 'refunded') and s.paid > 0) or (g.state not in ('expired', 'refunded') and s.back > 0)
        or (g.state = 'full' and g.min_size is null and g.confirmed <> g.size)`,
  )
  await odd(
    'shares',
    sql`select p.campaign_id, p.sku_id, p.taken from group_price p where p.taken <> (
        select coalesce(sum(l.quantity), 0) from group_seat t join order_line l on l.order_id = t.order_id and l.sku_id = p.sku_id
        where t.campaign_id = p.campaign_id and t.state in ('reserved', 'confirmed'))`,
  )
  await odd(
    'stock',
    sql`select s.sku_id, s.available, m.ledger from stock s cross join lateral (
        select coalesce(sum(quantity), 0)::int as ledger, coalesce(sum(quantity) filter (where kind = 'received'), 0)::int as received
        from stock_movement where sku_id = s.sku_id) m
      where s.available <> m.ledger or (exists (select from group_price where sku_id = s.sku_id) and s.available <> m.received - (
        select coalesce(sum(l.quantity - l.refunded_quantity), 0) from order_line l join orders o on o.id = l.order_id
        left join group_seat t on t.order_id = o.id and t.group_id = o.group_id
        where l.sku_id = s.sku_id and (t.state in ('reserved', 'confirmed')
          or (o.group_id is null and o.trade in ('awaiting-payment', 'fulfilling', 'completed')))))`,
  )
  await odd(
    'orders',
    sql`select o.id, o.trade, o.money, t.state, g.state from orders o join group_seat t on t.order_id = o.id and t.group_id = o.group_id
      join group_buy g on g.id = o.group_id
      where not case t.state
        when 'reserved' then o.trade = 'awaiting-payment' and o.money = 'unpaid'
        when 'confirmed' then o.money = 'paid' and o.trade = case when g.state in ('full', 'fulfilled') then o.trade else 'awaiting-group' end
          and (g.state not in ('full', 'fulfilled') or o.trade in ('fulfilling', 'completed', 'closed'))
        when 'released' then o.trade in ('cancelled', 'late-paid', 'closed')
        when 'lost' then o.trade = 'awaiting-group' and o.money = 'paid' and t.choose_by is not null
        when 'moved' then false
        else o.trade = 'closed' and o.money in ('refunding', 'refunded') end`,
  )
  await odd(
    'shipping before full',
    sql`select o.id from orders o join group_buy g on g.id = o.group_id
      where (o.fulfilment not in ('none', 'stopped') or o.ship_deadline_at is not null) and g.filled_at is null`,
  )
  await odd(
    'refunds',
    sql`select o.id, o.paid_fen, coalesce(r.sum, 0) as back, t.state from orders o
      join group_seat t on t.order_id = o.id and t.group_id = o.group_id
      left join lateral (select sum(amount_fen)::int as sum, count(*)::int as times from refund where order_id = o.id) r on true
      where coalesce(r.sum, 0) <> case when t.state in ('left', 'refunded') or o.trade in ('late-paid') or (o.trade = 'closed' and t.state = 'released')
        then o.paid_fen else 0 end`,
  )
}
