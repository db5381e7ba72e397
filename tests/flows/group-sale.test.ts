/** 一场接龙从头到尾：申请做团长、开群接龙、来了少两盒、晚上一个个取走、佣金到手，每一分钱说得清来处。 */
import { addFen, fen, nearestRateOfFen, type Fen } from '@/domain/money'
import { foldEvents } from '@/domain/order/events'
import { readShareLink } from '@/domain/share/link'
import { DAY, HOUR, later, MINUTE, SECOND } from '@/domain/time'
import type { CommunityId, MemberId, PickupPointId, SaleId, SkuId } from '@/domain/ids'
import { openStaffSession } from '../../cloudfunctions/runtime/staff-session'
import type { StaffSeat } from '../support/shop/builders'
import { dataOf, refusalOf } from '../support/functions'
import { requestId } from '../support/shop/buying'
import { aLeader } from '../support/shop/communities'
import { aTemplate, expectDealsAgree } from '../support/shop/deals'
import { findings, linesOf, proposeAll, statementOf } from '../support/shop/earning'
import { expectSalesAgree, tierBacks } from '../support/shop/group-sales'
import { expectCutsAgree } from '../support/shop/handing-over'
import { inboxOf } from '../support/shop/messages'
import { expectStockAgrees, orderAsShown, scanAtTheDoor, type Bag } from '../support/shop/sale-story'
import { openWiredShop, type WiredShop } from '../support/shop/wired'

let shop: WiredShop
beforeAll(async () => {
  shop = await openWiredShop()
  await settingTheStage()
})
afterAll(() => shop.close())
/** 每一章之后，货、钱、接龙、佣金的账都对得上。 */
afterEach(async () => {
  await expectSalesAgree(shop)
  await expectCutsAgree(shop)
  await expectDealsAgree(shop)
  await expectStockAgrees(shop)
  expect(await findings(shop)).toEqual([])
})

let linxiaohe: StaffSeat, xuzhixia: StaffSeat
let afang: MemberId, laozhou: MemberId
let xiaomei: MemberId, dawei: MemberId, chenchen: MemberId, yuanyuan: MemberId, lili: MemberId
let gate: PickupPointId
let strawberry: SkuId, croissant: SkuId
let communityId: CommunityId, saleId: SaleId, card: string
let ofXiaomei: Bag, ofDawei: Bag, ofGrandma: Bag, ofYuanyuan: Bag, ofLili: Bag

const settingTheStage = async () => {
  linxiaohe = await shop.aStaff({ name: '林晓禾' })
  xuzhixia = await shop.aStaff({ name: '许知夏', role: 'manager' })
  afang = await shop.aMember({ name: '阿芳', openid: 'o-afang' })
  laozhou = (await aLeader(shop, { name: '老周' })).leaderId
  xiaomei = await shop.aMember({ name: '小美' })
  dawei = await shop.aMember({ name: '大伟' })
  chenchen = await shop.aMember({ name: '晨晨' })
  yuanyuan = await shop.aMember({ name: '圆圆' })
  lili = await shop.aMember({ name: '莉莉' })
  gate = await shop.aPickupPoint({ name: '梧桐里南门' })
  const skus = [{ priceFen: 3680, stock: 60 }]
  strawberry = (await shop.aProduct({ title: '丹东 99 草莓 500g', subtitle: '今早 6:20 到店', skus })).skuId
  croissant = (await shop.aProduct({ title: '黄油可颂', skus: [{ priceFen: 1200, stock: 60 }] })).skuId
}

/** 店里的人每天重新登录。 */
const today = async ({ staffId }: StaffSeat): Promise<StaffSeat> => ({
  staffId,
  cookie: await openStaffSession(shop.deps, staffId),
})
const board = async () => dataOf(await shop.call('leader', 'board', { saleId }, afang))
const pageFor = async (memberId: MemberId) => dataOf(await shop.call('sale', 'open', { saleId }, memberId))
const orderOf = async ({ orderId, memberId }: Bag) => {
  const order = dataOf(await shop.call('order', 'detail', { orderId }, memberId))
  const { trade, money, fulfilment } = order
  expect(foldEvents(order.timeline.map((entry) => entry.event))).toEqual({ trade, money, fulfilment })
  return order
}
const told = async (memberId: MemberId) => (await inboxOf(shop, memberId)).items.map((message) => message.kind)
const orders = async (who: MemberId, basket: (readonly [SkuId, number])[], draftCode?: string) => {
  const draft = draftCode ? { draftCode } : {}
  return orderAsShown(shop, who, { saleId, pickupPointId: gate, basket, shareCode: card, ...draft })
}
const settleRefunds = async () => {
  await shop.settleRefunds()
  await shop.tick()
}

test('一、阿芳申请做团长，店里同意；她建群，微信解密过的群才绑得上', async () => {
  const words = { neighbourhood: '梧桐里', intro: '住 3 号楼，晚上都在', hasReadTerms: true }
  expect(dataOf(await shop.call('community', 'apply', words, afang)).state).toBe('applied')
  expect(await shop.call('leader', 'today', {}, afang)).toMatchObject({ refusal: { code: 'leader.not-approved' } })
  const decided = await shop.call(
    'staff-community',
    'decideLeader',
    { memberId: afang, to: 'approved' },
    await today(linxiaohe),
  )
  expect(dataOf(decided)).toMatchObject({ state: 'approved', effectiveRateBp: 800 })

  expect(await told(afang)).toEqual(['leader-decided'])

  const founded = await shop.call('community', 'found', { name: '梧桐里邻里群', pickupPointIds: [gate] }, afang)
  communityId = dataOf(founded).id
  // 自己说的不算
  expect(refusalOf(await shop.call('community', 'bindGroup', { communityId }, afang))).toEqual({
    code: 'community.not-a-group',
  })
  const openData = { group: { opengid: 'tGroupWutongli', chat_type: 3 } }
  const bound = await shop.call('community', 'bindGroup', { communityId }, { openid: 'o-afang', openData })
  expect(dataOf(bound).own?.groups).toHaveLength(1)
})

test('二、从货架上挑两样，写好分档，一步开卖；五位邻居从卡片进来，接龙在大家手机上往上数', async () => {
  const shelf = dataOf(await shop.call('leader', 'catalogue', { text: '草莓' }, afang))
  expect(shelf.items).toMatchObject([{ skuId: strawberry, shopFen: 3680, floorFen: 2576 }])
  const draft = dataOf(await shop.call('leader', 'draft', { from: 'nothing', communityId }, afang))
  const { startsAt, endsAt, handOverFromAt, handOverUntilAt, keepDays, shortagePolicy } = draft
  const lines = [
    { skuId: strawberry, label: '草莓', priceFen: 2990, tiers: [{ fromUnits: 6, priceFen: 2790 }], perPerson: 3 },
    { skuId: croissant, label: '可颂', priceFen: 990 },
  ]
  const clocks = { startsAt, endsAt, handOverFromAt, handOverUntilAt, keepDays, shortagePolicy }
  const terms = { communityId, title: '周日鲜食接龙', ...clocks, pickupPointIds: [gate], lines }
  const opened = dataOf(await shop.call('leader', 'saveSale', { ...terms, opens: true }, afang))
  expect(opened).toMatchObject({ state: 'open', shortagePolicy: 'first-paid' })
  saleId = opened.id
  const shared = dataOf(await shop.call('sale', 'share', { saleId, channel: 'chat' }, afang))
  expect(readShareLink(shared.path)).toBe(shared.code)
  card = shared.code

  for (const neighbour of [xiaomei, dawei, chenchen, yuanyuan, lili]) {
    const seen = dataOf(await shop.call('sale', 'open', { code: card, scene: 1008 }, neighbour))
    expect(seen).toMatchObject({ id: saleId, canOrder: true, leader: { name: '阿芳' }, membership: null })
    dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'join' }, neighbour))
  }
  const before = (await pageFor(yuanyuan)).version

  // 小美有张邻里券，可以和团购价一起用，结算自己用上
  const templateId = await aTemplate(shop, {
    name: '邻里券',
    offer: { kind: 'amount', offFen: fen(500) },
    combines: ['community'],
  })
  dataOf(await shop.call('coupon', 'claim', { templateId }, xiaomei))
  const first = await orders(xiaomei, [
    [strawberry, 2],
    [croissant, 1],
  ])
  expect(first.totalFen).toBe(2 * 2990 + 990 - 500)
  ofXiaomei = first
  await shop.payInWechat(first.orderId, xiaomei)
  const { pulse } = dataOf(await shop.call('sale', 'watch', { saleId, version: before }, yuanyuan))
  expect(pulse).toMatchObject({ chainCount: 1, chain: [{ number: 1, name: '小*', text: '草莓×2，可颂×1' }] })

  // 一个人最多三份
  const basket = [{ skuId: strawberry, quantity: 4 }]
  expect(refusalOf(await shop.call('order', 'checkout', { basket, saleId }, dawei))).toMatchObject({
    code: 'sale.per-person',
  })
  shop.clock.advance(20 * MINUTE)
  ofDawei = await orders(dawei, [[strawberry, 3]])
  await shop.payInWechat(ofDawei.orderId, dawei)

  // 王奶奶不会用手机付钱：阿芳替她记下，晨晨打开链接付了
  const drafted = dataOf(
    await shop.call(
      'leader',
      'writeDraft',
      {
        ...{ saleId, forName: '王奶奶', pickupPointId: gate },
        basket: [
          { skuId: strawberry, quantity: 1 },
          { skuId: croissant, quantity: 2 },
        ],
      },
      afang,
    ),
  )
  const link = dataOf(await shop.call('sale', 'drafted', { code: drafted.code }, chenchen))
  expect(link).toMatchObject({ state: 'open', forName: '王奶奶', totalFen: 2990 + 2 * 990 })
  const wanted = link.lines.map(({ skuId, quantity }) => [skuId, quantity] as const)
  ofGrandma = await orders(chenchen, wanted, drafted.code)
  await shop.payInWechat(ofGrandma.orderId, chenchen)
  expect(dataOf(await shop.call('sale', 'drafted', { code: drafted.code }, dawei)).state).toBe('placed')

  ofYuanyuan = await orders(yuanyuan, [[croissant, 2]])
  await shop.payInWechat(ofYuanyuan.orderId, yuanyuan)
  // 六份到了下一档，所有人看见的都是 27.90
  for (const neighbour of [afang, xiaomei, dawei, lili]) {
    const page = await pageFor(neighbour)
    expect(page).toMatchObject({ chainCount: 4, people: 4 })
    expect(page.lineViews.map(({ label, priceFen, sold }) => [label, priceFen, sold])).toEqual([
      ['草莓', 2790, 6],
      ['可颂', 990, 5],
    ])
  }
})

test('三、莉莉没付钱，阿芳提醒她一次；九点准时截单，过时的单没了，多付的差价一分不差退回', async () => {
  const { endsAt } = await board()
  shop.clock.set(later(endsAt, -10 * MINUTE))
  ofLili = await orders(lili, [[strawberry, 2]])
  expect((await board()).unpaid).toMatchObject([{ orderId: ofLili.orderId, canNudge: false }])
  shop.clock.advance(6 * MINUTE)
  const nudge = () => shop.call('leader', 'nudge', { saleId, orderIds: [ofLili.orderId] }, afang)
  expect(dataOf(await nudge()).nudged).toBe(1)
  expect(dataOf(await nudge()).nudged).toBe(0)
  expect(await told(lili)).toEqual(['sale-unpaid'])

  shop.clock.set(endsAt)
  await shop.tick()
  expect(await board()).toMatchObject({ state: 'closed', reckonedAt: null, unpaidOrders: 1 })
  const late = await shop.call('order', 'checkout', { basket: [{ skuId: croissant, quantity: 1 }], saleId }, lili)
  expect(refusalOf(late).code).toBe('sale.not-open')
  // 付款时间到截单后十分钟为止，然后名单才定下来
  shop.clock.advance(10 * MINUTE + SECOND)
  await shop.tick()
  expect(await orderOf(ofLili)).toMatchObject({ trade: 'cancelled' })
  expect(await board()).toMatchObject({ state: 'closed', unpaidOrders: 0 })
  expect((await board()).reckonedAt).toBe(shop.clock.now())
  expect((await inboxOf(shop, afang)).items[0]).toMatchObject({ kind: 'list-ready', facts: { orders: 4, pieces: 11 } })

  await settleRefunds()
  const backs = async (bag: Bag) => (await orderOf(bag)).sale?.tierBackFen
  expect([await backs(ofXiaomei), await backs(ofDawei), await backs(ofGrandma), await backs(ofYuanyuan)]).toEqual([
    ...[2 * 200, 3 * 200, 200, 0],
  ])
  expect((await tierBacks(shop, { saleId })).map((row) => row.back_fen).sort((a, b) => a - b)).toEqual([200, 400, 600])
  for (const bag of [ofXiaomei, ofDawei, ofGrandma]) {
    const { refundedFen, refunds } = await orderOf(bag)
    expect(refunds.map((refund) => [refund.state, refund.amountFen])).toEqual([['done', refundedFen]])
  }
  for (const neighbour of [xiaomei, dawei, chenchen, yuanyuan]) expect(await told(neighbour)).toContain('sale-closed')
  expect(await told(lili)).not.toContain('sale-closed')
})

test('四、车上少两盒草莓：点数、看清楚谁少、按先付先得，钱退回，人人都告诉到', async () => {
  dataOf(await shop.call('leader', 'moveSale', { saleId, act: 'pick' }, afang))
  const summed = dataOf(await shop.call('leader', 'rollUp', { saleId }, afang))
  expect(summed.goods.map(({ label }) => label)).toEqual(['草莓', '可颂'])
  const counts = [
    { skuId: strawberry, received: 4 },
    { skuId: croissant, received: 5 },
  ]
  dataOf(await shop.call('leader', 'receive', { saleId, counts }, afang))
  const seen = dataOf(await shop.call('leader', 'shortage', { saleId, skuId: strawberry }, afang))
  const stated = seen.outlines.find((outline) => outline.policy === 'first-paid')
  // 后付的先少：晨晨替王奶奶付的一份，大伟的一份
  expect(stated?.cuts.map(({ orderId, cut, refundFen }) => [orderId, cut, refundFen])).toEqual(
    expect.arrayContaining([
      [ofGrandma.orderId, 1, 2790],
      [ofDawei.orderId, 1, 2790],
    ]),
  )
  expect(stated).toMatchObject({ refundFen: 2 * 2790, cuts: [{}, {}] })
  const press = { saleId, skuId: strawberry, refundFen: fen(2 * 2790) }
  expect(dataOf(await shop.call('leader', 'allocate', press, afang)).decided).toMatchObject({ policy: 'first-paid' })
  expect(refusalOf(await shop.call('leader', 'allocate', press, afang)).code).toBe('shortage.decided')
  await settleRefunds()
  // 没来的两盒谁也没拿到，架上也不会多出来
  expect([await shop.availableOf(strawberry), await shop.availableOf(croissant)]).toEqual([60 - 6, 60 - 5])
  expect((await orderOf(ofDawei)).refundedFen).toBe(3 * 200 + 2790)
  expect((await orderOf(ofGrandma)).refundedFen).toBe(200 + 2790)
  for (const [neighbour, isShort] of [
    [xiaomei, false],
    [dawei, true],
    [chenchen, true],
    [yuanyuan, false],
  ] as const)
    expect((await told(neighbour)).includes('shortage-cut')).toBe(isShort)
})

test('五、晚上交货：取货码会转，楼道里没网；同一袋两部手机各扫一遍，也只算一次；圆圆没来', async () => {
  const { handOverUntilAt } = await board()
  const { handOverFromAt } = await pageFor(afang)
  shop.clock.set(later(handOverFromAt, -2 * HOUR))
  dataOf(await shop.call('leader', 'moveSale', { saleId, act: 'deliver' }, afang))
  for (const neighbour of [xiaomei, dawei, chenchen, yuanyuan]) expect(await told(neighbour)).toContain('hand-over')
  const kit = dataOf(await shop.call('leader', 'kit', { saleId }, afang))
  expect(kit.bags.map(({ name, text, bag }) => [name, text, bag])).toEqual([
    ['小*', '草莓×2，可颂×1', 'waiting'],
    ['大*', '草莓×2', 'waiting'],
    ['王奶奶', '可颂×2', 'waiting'],
    ['圆*', '可颂×2', 'waiting'],
  ])

  const sync = async (...scans: Awaited<ReturnType<typeof scanAtTheDoor>>[]) =>
    dataOf(await shop.call('leader', 'sync', { saleId, scans }, afang)).answers
  shop.clock.set(later(handOverFromAt, 5 * MINUTE))
  const online = await scanAtTheDoor(shop, ofXiaomei, '阿芳的手机')
  expect(await sync(online)).toEqual([{ scanId: online.scanId, outcome: 'handed' }])
  expect(await orderOf(ofXiaomei)).toMatchObject({ trade: 'completed', fulfilment: 'received' })

  // 没网：阿芳先扫了大伟，帮忙的手机两分钟后又扫一遍；帮忙的手机先有网
  shop.clock.advance(MINUTE)
  const offline = await scanAtTheDoor(shop, ofDawei, '阿芳的手机')
  shop.clock.advance(2 * MINUTE)
  const again = await scanAtTheDoor(shop, ofDawei, '帮忙的手机')
  expect(again.mac === offline.mac).toBe(false)
  shop.clock.advance(20 * MINUTE)
  expect(await sync(again)).toEqual([{ scanId: again.scanId, outcome: 'handed' }])
  const grandma = await scanAtTheDoor(shop, ofGrandma, '阿芳的手机')
  const queue = [offline, grandma]
  const answers = await sync(...queue)
  expect(answers.map((answer) => answer.outcome)).toEqual(['handed', 'handed'])
  // 再同步一遍，回答一样；第二部手机现在知道是谁、几点、哪部手机先扫的
  expect(await sync(...queue)).toEqual(answers)
  expect(await sync(again)).toMatchObject([
    {
      outcome: 'duplicate',
      sameDevice: false,
      first: { scanId: offline.scanId, device: '阿芳的手机', at: offline.at },
    },
  ])
  // 截图给别人看的旧码不作数
  const old = { ...(await scanAtTheDoor(shop, ofYuanyuan, '阿芳的手机')), at: later(shop.clock.now(), 10 * MINUTE) }
  shop.clock.advance(11 * MINUTE)
  expect(await sync(old)).toMatchObject([{ outcome: 'refused', why: 'stale' }])
  expect((await board()).bags).toMatchObject({ all: 4, handed: 3, waiting: 1 })

  shop.clock.set(later(handOverUntilAt, DAY))
  await shop.tick()
  expect((await board()).bags).toMatchObject({ handed: 3, noShow: 1 })
  const back = { saleId, orderId: ofYuanyuan.orderId }
  dataOf(await shop.call('leader', 'returnBag', back, afang))
  dataOf(await shop.call('staff-sale', 'refundNoShow', back, await today(linxiaohe)))
  await settleRefunds()
  expect(await orderOf(ofYuanyuan)).toMatchObject({ trade: 'closed', money: 'refunded', refundedFen: 2 * 990 })
  for (const bag of [ofXiaomei, ofDawei, ofGrandma])
    expect(await orderOf(bag)).toMatchObject({ trade: 'completed', fulfilment: 'received' })
})

test('六、阿芳把群交给老周；这一场的佣金还是她的。七天到了，一人提、一人核，她在微信里点收', async () => {
  dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'join' }, laozhou))
  const offered = dataOf(await shop.call('community', 'offer', { communityId, toId: laozhou }, afang))
  expect(await told(laozhou)).toEqual(['community-offered'])
  const handOverId = offered.own?.offer?.id
  if (!handOverId) throw new Error('no offer')
  const home = dataOf(await shop.call('community', 'answerOffer', { handOverId, isYes: true }, laozhou))
  expect(home.mine).toMatchObject([{ id: communityId, leader: { name: '老周' } }])

  // 每一单付了多少、佣金多少，从订单自己算出来
  const rateBp = 800
  const expected = new Map<string, Fen>()
  for (const { orderId } of [ofXiaomei, ofDawei, ofGrandma])
    for (const line of await linesOf(shop, orderId))
      if (line.paid_fen > line.refunded_fen)
        expected.set(line.id, nearestRateOfFen(fen(line.paid_fen - line.refunded_fen), rateBp))
  const due = addFen(...expected.values())
  const before = await statementOf(shop, afang)
  expect(before.balances).toMatchObject({ 'leader-pending': due, 'leader-payable': 0 })
  expect((await statementOf(shop, laozhou)).rows).toEqual([])

  const firstFetched = later((await pageFor(afang)).handOverFromAt, 5 * MINUTE)
  shop.clock.set(later(firstFetched, 7 * DAY - SECOND))
  await shop.tick()
  expect((await statementOf(shop, afang)).balances).toMatchObject({ 'leader-pending': due, 'leader-payable': 0 })
  shop.clock.advance(HOUR)
  await shop.tick()
  const statement = await statementOf(shop, afang)
  expect(statement.balances).toMatchObject({ 'leader-pending': 0, 'leader-payable': due })
  expect(statement.payable.netFen).toBe(due)
  const earned = statement.rows.filter((row) => row.state === 'payable')
  expect(new Map(earned.map((row) => [row.lineId as string, row.amountFen]))).toEqual(expected)
  for (const row of statement.rows) {
    expect(row).toMatchObject({ rateBp, attribution: { kind: 'sale' } })
    if (!row.formula) throw new Error('a row that does not explain itself')
    const { unitFen, quantity, cuts, refundedFen } = row.formula
    // 原价 × 数量 − 每一项优惠 − 退掉的 ＝ 基数；基数 × 费率 ＝ 佣金
    const baseFen = unitFen * quantity - cuts.reduce((sum, cut) => sum + cut.amountFen, 0) - refundedFen
    expect(row.baseFen).toBe(row.state === 'dropped' ? 0 : baseFen)
    expect(row.amountFen).toBe(nearestRateOfFen(row.baseFen, row.rateBp ?? 0))
  }
  expect((await board()).state).toBe('settled')

  const [maker, checker] = [await today(xuzhixia), await today(linxiaohe)]
  const { id: payoutId } = await proposeAll(shop, afang, maker)
  expect(refusalOf(await shop.call('staff-commission', 'approve', { payoutId }, maker)).code).toBe('payout.same-person')
  dataOf(await shop.call('staff-commission', 'approve', { payoutId }, checker))
  await shop.tick()
  const [payout] = dataOf(await shop.call('earning', 'payouts', {}, afang)).items
  const transferId = payout?.transfers[0]?.id
  if (!transferId) throw new Error('no transfer')
  expect(await told(afang)).toEqual(['payout-waiting', 'list-ready', 'leader-decided'])
  const slip = dataOf(await shop.call('earning', 'confirmTransfer', { transferId }, afang))
  expect(slip.amountFen).toBe(due)
  expect(shop.standin.receive(slip.package, 'success').errMsg).toBe('requestMerchantTransfer:ok')
  await shop.standin.settled()
  const paid = await statementOf(shop, afang)
  expect(paid).toMatchObject({ paidOutEverFen: due, balances: { 'leader-payable': 0, 'paid-out': due } })
  expect(Object.values(paid.balances).reduce((sum, amount) => sum + amount, 0)).toBe(0)
})

test('七、过了几天大伟说有一盒坏了，店里退钱：已付的那行不改，下一张单子上扣回来', async () => {
  shop.clock.advance(2 * DAY)
  const [line] = await linesOf(shop, ofDawei.orderId)
  if (!line) throw new Error('no line')
  const input = { orderId: ofDawei.orderId, requestId: requestId(), reason: '坏果' }
  const lines = [{ lineId: line.id as never, quantity: 1 }]
  dataOf(await shop.call('staff-order', 'refund', { ...input, lines }, await today(linxiaohe)))
  await settleRefunds()
  const paidRow = (await statementOf(shop, afang, '2026-11')).rows.find((row) => row.lineId === line.id)
  expect(paidRow).toMatchObject({ kind: 'commission', state: 'paid', amountFen: nearestRateOfFen(fen(2 * 2790), 800) })
  const next = await statementOf(shop, afang)
  const [row] = next.rows
  const ofTwo = nearestRateOfFen(fen(2 * 2790), 800)
  const ofOne = nearestRateOfFen(fen(2790), 800)
  expect(row).toMatchObject({
    ...{ kind: 'claw-back', amountFen: ofOne - ofTwo, state: 'payable' },
    why: { kind: 'clawed-back', ofId: paidRow?.id, fromFen: 2 * 2790, toFen: 2790 },
  })
  expect(next.payable).toMatchObject({ earnedFen: 0, netFen: ofOne - ofTwo })
  expect(Object.values(next.balances).reduce((sum, amount) => sum + amount, 0)).toBe(0)
  const november = await statementOf(shop, afang, '2026-11')
  expect(november.rows.map((each) => each.kind)).not.toContain('claw-back')
})
