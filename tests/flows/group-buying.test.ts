/** 拼团从头到尾：分享、参团、成团；没成就退；名额被抢了自己选；每一分钱都有去处。真的签名、真的报文。 */
import { foldEvents } from '@/domain/order/events'
import type { MemberId } from '@/domain/ids'
import { readShareLink } from '@/domain/share/link'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { dataOf, refusalOf } from '../support/functions'
import {
  aCampaign,
  aKeptSeat,
  expectBooksAgree,
  groupOf,
  orderOf,
  takePart,
  type Campaign,
  type Seat,
} from '../support/shop/group-buying'
import { openWiredShop, type WiredShop } from '../support/shop/wired'

let shop: WiredShop
beforeAll(async () => {
  shop = await openWiredShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  shop.standin.faults.reset()
  await expectBooksAgree(shop)
})

const joins = async (campaign: Campaign, more: Parameters<typeof aKeptSeat>[2] = {}): Promise<Seat> => {
  const seat = await aKeptSeat(shop, campaign, more)
  await shop.payInWechat(seat.orderId, seat.memberId)
  return seat
}

/** 订单的状态，就是它的经过讲出来的样子。 */
const toldTruly = async (seat: Seat) => {
  const order = await orderOf(shop, seat)
  const { trade, money, fulfilment } = order
  expect(foldEvents(order.timeline.map((entry) => entry.event))).toEqual({ trade, money, fulfilment })
  return order
}

/** 这张单的钱还有多少没有回到客人手里。 */
const notYetBack = async (seat: Seat): Promise<number> => {
  const order = await orderOf(shop, seat)
  return order.paidFen - order.refunds.filter((r) => r.state === 'done').reduce((sum, r) => sum + r.amountFen, 0)
}

test('顾晓棠开团，把卡片发给陈默和林小满，三个人当天拼成，货才开始发', async () => {
  const campaign = await aCampaign(shop, { title: '丹东红颜草莓', memberPriceFen: 1790 })
  const [xiaotang, chenmo, xiaoman] = (await Promise.all(
    ['顾晓棠', '陈默', '林小满'].map((name) => shop.aMember({ name })),
  )) as [MemberId, MemberId, MemberId]

  // 商品页：拼团价、会员价、单独买，三个价并排站着
  const page = dataOf(await shop.call('catalog', 'product', { productId: campaign.productId }, xiaotang))
  expect(page.group?.prices[0]?.priceFen).toBe(1290)
  expect(page.skus[0]).toMatchObject({ priceFen: 1990, memberPriceFen: 1790 })

  // 没付钱之前，谁也看不见这个团
  const opened = await aKeptSeat(shop, campaign, { memberId: xiaotang })
  expect(refusalOf(await shop.call('group-buy', 'open', { groupId: opened.groupId }, chenmo)).code).toBe(
    'group.unknown',
  )
  await shop.payInWechat(opened.orderId, xiaotang)
  const group = await groupOf(shop, opened)
  expect(group).toMatchObject({ state: 'open', missing: 2, members: [{ name: '顾晓棠', isLeader: true }] })

  const card = dataOf(await shop.call('group-buy', 'share', { groupId: opened.groupId, channel: 'chat' }, xiaotang))
  expect(readShareLink(card.path)).toBe(card.code)
  const seen = dataOf(await shop.call('group-buy', 'open', { code: card.code, scene: 1008 }, chenmo))
  expect(seen).toMatchObject({ sharer: { name: '顾*' }, missing: 2, acts: ['join', 'open-own'] })

  const second = await joins(campaign, { memberId: chenmo, groupId: seen.id, shareCode: card.code })
  // 晓棠的页面自己跳到 2/3，不用刷新
  const pulse = dataOf(await shop.call('group-buy', 'watch', { groupId: seen.id, version: group.version }, xiaotang))
  expect(pulse.view?.members.map((member) => member.name)).toEqual(['顾晓棠', '陈*'])
  const owner = await shop.aStaff()
  expect(dataOf(await shop.call('staff-order', 'makeReady', { orderIds: [second.orderId] }, owner))).toMatchObject({
    ready: 0,
    refused: [{ code: 'order.act-not-open' }],
  })

  shop.clock.advance(3 * HOUR)
  const third = await joins(campaign, { memberId: xiaoman, groupId: seen.id, shareCode: card.code })
  for (const seat of [opened, second, third]) {
    const order = await toldTruly(seat)
    expect(order).toMatchObject({ trade: 'fulfilling', money: 'paid', paidFen: 1290, group: { state: 'full' } })
    expect(order.pickup?.code).toMatch(/^\d{6}$/)
  }
  expect(await shop.availableOf(campaign.skuId)).toBe(97)
})

test('一天到了还差一位：不用谁动手，两个人的钱都原路退回，一分不少，货回到架上', async () => {
  const campaign = await aCampaign(shop, { stock: 10 })
  const opener = await joins(campaign)
  const second = await joins(campaign, { groupId: opener.groupId })
  shop.clock.advance(DAY)
  await shop.settleRefunds()
  await shop.settleRefunds()
  await shop.tick()
  const group = await groupOf(shop, opener)
  expect(group).toMatchObject({ state: 'refunded', mine: { refund: { state: 'done', amountFen: 1290 } } })
  for (const seat of [opener, second]) {
    expect(await toldTruly(seat)).toMatchObject({ trade: 'closed', money: 'refunded', refundedFen: 1290 })
    expect(await notYetBack(seat)).toBe(0)
  }
  expect(await shop.availableOf(campaign.skuId)).toBe(10)
})

test('说好「满两人也成团」的，时间到了两个人就成，还是拼团价', async () => {
  const campaign = await aCampaign(shop, { size: 3, minSize: 2 })
  const opener = await joins(campaign)
  const second = await joins(campaign, { groupId: opener.groupId })
  shop.clock.advance(DAY)
  await shop.tick()
  for (const seat of [opener, second])
    expect(await toldTruly(seat)).toMatchObject({ trade: 'fulfilling', paidFen: 1290, group: { state: 'full' } })
})

test('最后一刻付了钱、通知还在路上：到点先问微信，这一位算数，团就成了', async () => {
  const campaign = await aCampaign(shop, { size: 2 })
  const opener = await joins(campaign)
  shop.clock.advance(DAY - 2 * MINUTE)
  const last = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  shop.standin.faults.set({ notice: 'lost' })
  await shop.payInWechat(last.orderId, last.memberId)
  shop.clock.advance(2 * MINUTE)
  await shop.tick()
  expect((await groupOf(shop, opener)).state).toBe('full')
  expect(await toldTruly(last)).toMatchObject({ trade: 'fulfilling', money: 'paid' })
})

test('同一条付款通知来了二十遍，名额只占一个', async () => {
  const campaign = await aCampaign(shop)
  const opener = await joins(campaign)
  shop.standin.faults.set({ copies: 20 })
  const second = await joins(campaign, { groupId: opener.groupId })
  expect(await groupOf(shop, opener)).toMatchObject({ missing: 1, members: [{}, {}] })
  expect((await toldTruly(second)).timeline.map((entry) => entry.event.kind)).toEqual([
    'placed',
    'paid',
    'awaiting-group',
  ])
})

test('团长中途退出：钱全退，团长传给下一位，截止时间不变，团照样能成', async () => {
  const campaign = await aCampaign(shop)
  const opener = await joins(campaign)
  const { deadlineAt } = await groupOf(shop, opener)
  shop.clock.advance(HOUR)
  const second = await joins(campaign, { groupId: opener.groupId })
  dataOf(await shop.call('group-buy', 'leave', { groupId: opener.groupId }, opener.memberId))
  expect(await groupOf(shop, second)).toMatchObject({
    members: [{ isYou: true, isLeader: true }],
    missing: 2,
    deadlineAt,
  })
  await shop.settleRefunds()
  expect(await toldTruly(opener)).toMatchObject({ trade: 'closed', money: 'refunded' })
  await joins(campaign, { groupId: opener.groupId })
  await joins(campaign, { groupId: opener.groupId })
  expect(await toldTruly(second)).toMatchObject({ trade: 'fulfilling' })
})

/** 团散了，他正好在付钱：付成功了，名额没有了。 */
const paysForNothing = async (campaign: Campaign): Promise<Seat> => {
  const opener = await joins(campaign)
  const paying = await aKeptSeat(shop, campaign, { groupId: opener.groupId })
  dataOf(await shop.call('group-buy', 'leave', { groupId: opener.groupId }, opener.memberId))
  await shop.payInWechat(paying.orderId, paying.memberId)
  expect(await groupOf(shop, paying)).toMatchObject({ mine: { state: 'lost' }, acts: ['choose', 'see-order'] })
  return paying
}
type Choice = { kind: 'join'; groupId: Seat['groupId'] } | { kind: 'open' } | { kind: 'refund' }
const choose = ({ orderId, memberId }: Seat, choice: Choice) =>
  shop.call('group-buy', 'choose', { orderId, choice }, memberId)

test('名额被抢了，三条路：进别的团、自己开一个、退钱；十分钟不选就自动退', async () => {
  const campaign = await aCampaign(shop, { size: 2, stock: 50 })
  const [joiner, owner, leaver, silent] = [
    await paysForNothing(campaign),
    await paysForNothing(campaign),
    await paysForNothing(campaign),
    await paysForNothing(campaign),
  ]
  const other = await joins(campaign)
  dataOf(await choose(joiner, { kind: 'join', groupId: other.groupId }))
  expect(await toldTruly(joiner)).toMatchObject({ trade: 'fulfilling', paidFen: 1290, group: { id: other.groupId } })

  const { groupId } = dataOf(await choose(owner, { kind: 'open' }))
  if (!groupId) throw new Error('no group')
  await joins(campaign, { groupId })
  expect(await toldTruly({ ...owner, groupId })).toMatchObject({ trade: 'fulfilling' })

  dataOf(await choose(leaver, { kind: 'refund' }))
  shop.clock.advance(10 * MINUTE)
  await shop.tick()
  await shop.settleRefunds()
  for (const seat of [leaver, silent]) {
    expect(await toldTruly(seat)).toMatchObject({ trade: 'closed', money: 'refunded', refundedFen: 1290 })
    expect(await notYetBack(seat)).toBe(0)
  }
})

test('一个人不能在同一个团里占两个位子，也不能替自己凑数', async () => {
  const campaign = await aCampaign(shop, { perPerson: 3 })
  const opener = await joins(campaign)
  const again = await takePart(shop, campaign, opener.memberId, { kind: 'join', groupId: opener.groupId })
  expect(refusalOf(again)).toMatchObject({ code: 'group.already-in', orderId: opener.orderId })
  const own = dataOf(await shop.call('catalog', 'product', { productId: campaign.productId }, opener.memberId))
  expect(own.group).toMatchObject({ mine: opener.groupId, open: [], openCount: 0 })
})
