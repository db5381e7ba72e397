/** Many at once on a real server: the last seat, the last piece, and everything that can happen to a group in one moment. */
import { sql } from 'kysely'
import type { CouponId } from '@/domain/ids'
import { HOUR, MINUTE } from '@/domain/time'
import { lockOrder } from '../../../cloudfunctions/order/lock-order'
import type { Trx } from '../../../cloudfunctions/runtime/db/connect'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { pay, place, requestId } from '../../support/shop/buying'
import { aCoupon, couponOf } from '../../support/shop/deals'
import {
  aCampaign,
  aKeptSeat,
  aLostSeat,
  anOpenGroup,
  expectBooksAgree,
  groupOf,
  orderOf,
  settleRefunds,
  takePart,
  tick,
  type Seat,
} from '../../support/shop/group-buying'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ embedded: false })
})
afterAll(async () => {
  // who waits for whom is the same everywhere: the server never had to choose a victim
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks::int from pg_stat_database where datname = current_database()`.execute(shop.deps.db)
  expect(rows).toEqual([{ deadlocks: 0 }])
  await shop.close()
})
afterEach(() => expectBooksAgree(shop))

const many = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)))

/** How many went well, and the refusals of the others by code; a fault fails the test. */
const tally = (replies: readonly ({ ok: true } | { ok: false; refusal: { code: string } } | object)[]) => {
  const counts: Record<string, number> = {}
  for (const reply of replies) {
    const { ok, refusal } = reply as { ok: boolean; refusal?: { code: string } }
    const name = ok ? 'ok' : (refusal?.code ?? `fault ${JSON.stringify(reply)}`)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

test('two hundred want the last seat: one has it, the others learn when it may come free', async () => {
  const campaign = await aCampaign(shop, { size: 2, stock: 1000 })
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const people = await many(200, () => shop.aMember())
  const join = { kind: 'join', groupId: opener.groupId } as const
  const replies = await many(200, (i) => takePart(shop, campaign, people[i] as Seat['memberId'], join))
  expect(tally(replies)).toEqual({ ok: 1, 'group.full': 199 })
  const freesAt = shop.clock.now() + 15 * MINUTE
  for (const reply of replies) if (!reply.ok) expect(refusalOf(reply)).toEqual({ code: 'group.full', freesAt })
  expect(await shop.availableOf(campaign.skuId)).toBe(998)
  const winner = replies.findIndex((reply) => reply.ok)
  const { orderId, number } = dataOf(replies[winner] as Extract<(typeof replies)[number], { ok: true }>)
  await pay(shop, { orderId, number, memberId: people[winner] as Seat['memberId'] })
  expect((await groupOf(shop, opener)).state).toBe('full')
})

test('two hundred into forty groups: every seat is taken once', async () => {
  const campaign = await aCampaign(shop, { size: 3, stock: 1000, perPerson: 1 })
  const openers = await many(40, async () => (await anOpenGroup(shop, campaign))[0] as Seat)
  const people = await many(200, () => shop.aMember())
  const replies = await many(200, (i) =>
    takePart(shop, campaign, people[i] as Seat['memberId'], {
      kind: 'join',
      groupId: (openers[i % 40] as Seat).groupId,
    }),
  )
  expect(tally(replies)).toEqual({ ok: 80, 'group.full': 120 })
})

test('the same checkout sent twenty times is one order and one seat', async () => {
  const campaign = await aCampaign(shop)
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const memberId = await shop.aMember()
  for (const wish of [
    { kind: 'join', groupId: opener.groupId },
    { kind: 'open', campaignId: campaign.campaignId },
  ] as const) {
    const buyer = wish.kind === 'join' ? memberId : await shop.aMember()
    const request = requestId()
    const replies = await many(20, () => takePart(shop, campaign, buyer, wish, { request }))
    const orders = replies.map((reply) => dataOf(reply as Extract<typeof reply, { ok: true }>))
    expect(new Set(orders.map((order) => `${order.orderId} ${order.groupId}`)).size).toBe(1)
    expect(orders.filter((order) => !order.isRepeat)).toHaveLength(1)
  }
})

test('one person at many doors: one seat a group, as many groups as the campaign allows', async () => {
  const campaign = await aCampaign(shop, { perPerson: 2, size: 5 })
  const [opener] = (await anOpenGroup(shop, campaign)) as [Seat]
  const twin = await shop.aMember()
  const join = { kind: 'join', groupId: opener.groupId } as const
  expect(tally(await many(12, () => takePart(shop, campaign, twin, join)))).toEqual({ ok: 1, 'group.already-in': 11 })
  const eager = await shop.aMember()
  const open = { kind: 'open', campaignId: campaign.campaignId } as const
  expect(tally(await many(12, () => takePart(shop, campaign, eager, open)))).toEqual({
    ok: 2,
    'group.limit-reached': 10,
  })
})

test('the campaign’s share is sold out exactly, the shelf too', async () => {
  const open = (campaignId: Awaited<ReturnType<typeof aCampaign>>['campaignId']) =>
    ({ kind: 'open', campaignId }) as const
  const shared = await aCampaign(shop, { share: 10 })
  const people = await many(60, () => shop.aMember())
  const some = await many(60, (i) => takePart(shop, shared, people[i] as Seat['memberId'], open(shared.campaignId)))
  expect(tally(some)).toEqual({ ok: 10, 'group.sold-out': 50 })
  const scarce = await aCampaign(shop, { stock: 7, share: 100 })
  const few = await many(60, (i) => takePart(shop, scarce, people[i] as Seat['memberId'], open(scarce.campaignId)))
  expect(tally(few)).toEqual({ ok: 7, 'sku.short': 53 })
})

test('everybody pays in the same moment: each group fills once', async () => {
  const campaign = await aCampaign(shop, { size: 5, stock: 1000 })
  const openers = await many(6, async () => (await anOpenGroup(shop, campaign))[0] as Seat)
  const seats = await many(24, (i) => aKeptSeat(shop, campaign, { groupId: (openers[i % 6] as Seat).groupId }))
  await Promise.all(
    seats.flatMap((seat) => [pay(shop, seat), shop.call('payment', 'check', { orderId: seat.orderId }, seat.memberId)]),
  )
  for (const seat of [...openers, ...seats]) {
    const order = await orderOf(shop, seat)
    expect(order.timeline.map((e) => e.event.kind)).toEqual([
      'placed',
      'paid',
      'awaiting-group',
      'group-full',
      'fulfilling',
    ])
  }
})

test('three who lost their seats want the same free one: one gets it, the others choose on', async () => {
  const campaign = await aCampaign(shop, { size: 2, stock: 1000 })
  const lost = await many(3, async () => (await aLostSeat(shop, campaign)).lost)
  const [target] = (await anOpenGroup(shop, campaign)) as [Seat]
  const choice = { kind: 'join', groupId: target.groupId } as const
  const replies = await Promise.all(
    lost.map(({ orderId, memberId }) => shop.call('group-buy', 'choose', { orderId, choice }, memberId)),
  )
  const counts = tally(replies)
  expect(counts['ok']).toBe(1)
  expect((counts['group.full'] ?? 0) + (counts['group.over'] ?? 0)).toBe(2)
  const again = await Promise.all(
    lost
      .filter((_, i) => !replies[i]?.ok)
      .map(({ orderId, memberId }) =>
        shop.call('group-buy', 'choose', { orderId, choice: { kind: 'open' } }, memberId),
      ),
  )
  expect(tally(again)).toEqual({ ok: 2 })
})

const ticked = async () => {
  await tick(shop)
  return { ok: true as const }
}

/** A different order of the same moment each time: a few milliseconds' start for each. */
const soon = <T>(work: () => Promise<T>): Promise<T> =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.random() * 25)).then(work)

test.each(Array.from({ length: 6 }, (_, n) => n))(
  'pay, leave, cancel and the clock in one moment, round %i: the books agree and no fen is lost',
  async (round) => {
    const campaign = await aCampaign(shop, {
      size: 3,
      stock: 1000,
      perPerson: 5,
      ...(round % 2 ? { minSize: 2 } : {}),
    })
    // the opener, one more who has paid, and one who is paying
    const groups = await many(6, async () => {
      const [opener, second] = (await anOpenGroup(shop, campaign, 2)) as [Seat, Seat]
      return { opener, second }
    })
    const isLate = round >= 2
    if (isLate) shop.clock.advance(24 * HOUR - MINUTE)
    const kept = await many(6, (i) =>
      aKeptSeat(shop, campaign, { groupId: (groups[i] as (typeof groups)[0]).opener.groupId }),
    )
    for (const { orderId, memberId } of kept) dataOf(await shop.call('payment', 'start', { orderId }, memberId))
    if (isLate) shop.clock.advance(MINUTE)
    const leave = ({ groupId, memberId }: Seat) => shop.call('group-buy', 'leave', { groupId }, memberId)
    const replies = await Promise.all<object>([
      ...kept.map((seat, i) =>
        soon(async () => {
          if (i % 3 === 2) return shop.call('order', 'cancel', { orderId: seat.orderId }, seat.memberId)
          try {
            await shop.deliver('payment', shop.pay.pay(seat.number))
          } catch {
            // closed at WeChat Pay before the shopper got there
          }
          return { ok: true as const }
        }),
      ),
      ...groups.flatMap(({ opener, second }, i) => [
        ...(i % 2 ? [soon(() => leave(opener))] : []),
        ...(i % 3 === 0 ? [soon(() => leave(second)), soon(() => leave(second))] : []),
      ]),
      ...(isLate ? [1, 2, 3].map(() => soon(ticked)) : []),
    ])
    const allowed = ['ok', 'group.over', 'order.was-paid', 'order.not-cancellable']
    for (const name of Object.keys(tally(replies))) expect(allowed).toContain(name)
    await expectBooksAgree(shop)
    const everyone = [...groups.flatMap(({ opener, second }) => [opener, second]), ...kept]
    shop.clock.advance(24 * HOUR)
    await Promise.all([tick(shop), tick(shop)])
    shop.clock.advance(11 * MINUTE)
    await Promise.all([tick(shop), tick(shop)])
    await settleRefunds(shop, everyone)
    await expectBooksAgree(shop)
    for (const seat of everyone) {
      const order = await orderOf(shop, seat)
      const isServed = order.trade === 'fulfilling' && order.money === 'paid' && order.refundedFen === 0
      const isPaidBack = order.trade === 'closed' && order.money === 'refunded' && order.refundedFen === order.paidFen
      const neverPaid = order.trade === 'cancelled' && order.paidFen === 0
      expect([order.trade, order.money, isServed || isPaidBack || neverPaid]).toEqual([order.trade, order.money, true])
      const paidIn = shop.pay.stateOf(seat.number)?.paid?.paidFen ?? 0
      const paidBack = shop.pay.refundsOf(seat.number).reduce((sum, refund) => sum + refund.refundFen, 0)
      expect(paidIn - paidBack).toBe(isServed ? 1290 : 0)
    }
    expect(await shop.availableOf(campaign.skuId)).toBe(await shop.ledgerOf(campaign.skuId))
  },
)

/** A transaction that has done `work` and stays open until it is let go. */
const held = (work: (trx: Trx) => Promise<unknown>) => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const end = shop.deps.db.transaction().execute(async (trx) => {
    await work(trx)
    await gate
  })
  return { letGo: () => (letGo(), end) }
}

const untilWaiting = async (expected: number): Promise<void> => {
  for (let look = 0; look < 200; look++) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      shop.deps.db,
    )
    if (rows[0]?.n === expected) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`never ${expected} waiting`)
}

test('who chooses another group and takes the order back in one moment loses nobody their seat there', async () => {
  const campaign = await aCampaign(shop, { size: 3 })
  const { lost } = await aLostSeat(shop, campaign)
  const [other] = (await anOpenGroup(shop, campaign)) as [Seat]
  const { orderId, memberId } = lost
  const reserve = (trx: Trx, seats: number) =>
    sql`update group_buy set reserved = reserved + ${seats} where id = ${other.groupId}`.execute(trx)
  const first = held((trx) => lockOrder(trx, shop.deps, orderId))
  await untilWaiting(0)
  const choice = { kind: 'join', groupId: other.groupId } as const
  const joins = shop.call('group-buy', 'choose', { orderId, choice }, memberId)
  await untilWaiting(1)
  const leaves = shop.call('order', 'cancel', { orderId }, memberId)
  await untilWaiting(2)
  const joiner = held((trx) => reserve(trx, 1))
  await untilWaiting(3)
  await first.letGo()
  dataOf(await joins)
  await untilWaiting(1)
  await joiner.letGo()
  expect(dataOf(await leaves).trade).toBe('closed')
  const group = await shop.deps.db
    .selectFrom('group_buy')
    .select(['reserved', 'confirmed'])
    .where('id', '=', other.groupId)
    .executeTakeFirstOrThrow()
  expect(group).toEqual({ reserved: 1, confirmed: 1 })
  await shop.deps.db.transaction().execute((trx) => reserve(trx, -1))
})

test('a group that ends and a crowd that wants its coupons lock them in one order, whoever ordered first', async () => {
  const campaign = await aCampaign(shop, { size: 3 })
  const [opener, guest] = [await shop.aMember(), await shop.aMember()]
  // the one who orders last has the coupon that comes first
  const coupons = new Map<string, CouponId>()
  for (const memberId of [guest, opener]) coupons.set(memberId, await aCoupon(shop, memberId, { combines: ['group'] }))
  const sit = async (memberId: Seat['memberId'], group: Parameters<typeof takePart>[3]) => {
    const { skuId, pickupPointId } = campaign
    const deals = { couponId: coupons.get(memberId) as CouponId }
    const wish = { basket: [{ skuId, quantity: 1 }], pickupPointId, totalFen: 790, group, deals }
    const { groupId, orderId, number } = dataOf(await place(shop, memberId, wish))
    const seat: Seat = { memberId, skuId, groupId: groupId as Seat['groupId'], orderId, number }
    await pay(shop, seat)
    return seat
  }
  const first = await sit(opener, { kind: 'open', campaignId: campaign.campaignId })
  await sit(guest, { kind: 'join', groupId: first.groupId })
  shop.clock.advance(24 * HOUR)
  const lockAll = (trx: Trx) =>
    sql`select from coupon where id in (${sql.join([...coupons.values()])}) order by id for update`.execute(trx)
  const before = held(lockAll)
  await untilWaiting(0)
  const crowd = held(lockAll)
  await untilWaiting(1)
  const ending = tick(shop)
  await untilWaiting(2)
  await Promise.all([before.letGo(), crowd.letGo(), ending])
  expect((await groupOf(shop, first)).state).toBe('expired')
  for (const couponId of coupons.values()) expect((await couponOf(shop, couponId)).state).toBe('claimed')
})
