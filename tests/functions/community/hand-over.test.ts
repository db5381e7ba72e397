/** The evening: codes at the door, phones without a network, the same scan twice, bags that nobody fetches. */
import { DAY, HOUR, MINUTE, later } from '@/domain/time'
import { foldEvents } from '@/domain/order/events'
import type { ScanId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aPaidSaleOrder, aSale, aSaleOrder, chainRow, expectSalesAgree } from '../../support/shop/group-sales'
import {
  allocateAsShown,
  answersOf,
  aSoldSale,
  closeAndPick,
  count,
  kitOf,
  leaderOf,
  move,
  orderRow,
  saleRow,
  scanOf,
  sync,
} from '../../support/shop/handing-over'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** Bags that stand ready, one for each order of `wants`. */
const anEvening = async (wants: readonly (readonly number[])[] = [[1], [2], [1, 1]]) => {
  const sold = await aSoldSale(shop, wants)
  await closeAndPick(shop, sold.sale)
  await move(shop, sold.sale, 'deliver')
  return { ...sold, kit: await kitOf(shop, sold.sale) }
}
const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i]
  if (found === undefined) throw new Error(`nothing at ${i}`)
  return found
}

describe('the kit', () => {
  test('has every bag of the evening with its own key, and no whole name', async () => {
    const sale = await aSale(shop)
    const named = await shop.aMember({ name: '林小满', phone: '13800002071' })
    const [first, second] = [
      await aPaidSaleOrder(shop, sale, { memberId: named, quantity: 2 }),
      await aPaidSaleOrder(shop, sale, { memberId: named }),
    ]
    await aPaidSaleOrder(shop, sale)
    await aSaleOrder(shop, sale)
    const kit = await kitOf(shop, sale)
    expect(kit).toMatchObject({
      title: '周日鲜食接龙',
      madeAt: shop.clock.now(),
      keepDays: 1,
      pickupPoints: [{ id: sale.pickupPointId }],
    })
    expect(kit.bags).toMatchObject([
      {
        orderId: first.orderId,
        numbers: [1, 2],
        name: '林*',
        phoneTail: '2071',
        text: '货1×2',
        units: 2,
        bag: 'waiting',
        handed: null,
      },
      { orderId: second.orderId, numbers: [1, 2] },
      { numbers: [3] },
    ])
    expect(new Set(kit.bags.map((bag) => bag.key)).size).toBe(3)
    const mine = dataOf(await shop.call('sale', 'pickupKey', { orderId: first.orderId }, named))
    expect(mine.key).toBe(kit.bags[0]?.key)
    expect(kit.bags[0]?.plainCode).toMatch(/^\d{6}$/)
  })

  test('says of a bag that was cut what is left in it', async () => {
    const { sale } = await aSoldSale(shop, [[2], [1]])
    await closeAndPick(shop, sale)
    dataOf(await count(shop, sale, 2))
    await allocateAsShown(shop, sale)
    const kit = await kitOf(shop, sale)
    expect(kit.bags.map(({ text, units }) => [text, units])).toEqual([
      ['草莓×2', 2],
      ['', 0],
    ])
  })
})

test('a scan completes the order, the bag is gone, and the page counts on', async () => {
  const { sale, orders, kit } = await anEvening()
  const { orderId, memberId } = at(orders, 0)
  const before = await saleRow(shop, sale)
  const scan = scanOf(shop, kit, orderId, shop.clock.now())
  shop.clock.advance(MINUTE)
  expect(await answersOf(shop, sale, [scan])).toEqual([{ scanId: scan.scanId, outcome: 'handed' }])
  expect(await chainRow(shop, { orderId })).toMatchObject({ bag_state: 'handed', handed_at: new Date(scan.at) })
  expect((await saleRow(shop, sale)).version).toBe(before.version + 1)
  const detail = dataOf(await shop.call('order', 'detail', { orderId }, memberId))
  expect(detail).toMatchObject({ trade: 'completed', fulfilment: 'received' })
  expect(foldEvents(detail.timeline.map((e) => e.event))).toMatchObject({ trade: 'completed', fulfilment: 'received' })
  const after = await kitOf(shop, sale)
  expect(after.bags[0]?.handed).toEqual({
    scanId: scan.scanId,
    at: scan.at,
    device: '阿芳的手机',
    byYou: true,
    pickupPointId: null,
  })
})

test('before anybody said that the goods are there, handing over says so first, and WeChat hears of it', async () => {
  const { sale, orders } = await aSoldSale(shop, [[1]])
  await closeAndPick(shop, sale)
  const { orderId, memberId } = at(orders, 0)
  dataOf(await sync(shop, sale, [scanOf(shop, await kitOf(shop, sale), orderId, shop.clock.now())]))
  const detail = dataOf(await shop.call('order', 'detail', { orderId }, memberId))
  expect(detail.timeline.map((e) => e.event.kind).slice(-3)).toEqual(['ready', 'received', 'completed'])
  const upload = await shop.deps.db
    .selectFrom('outbox')
    .select('id')
    .where('topic', '=', 'shipping.upload')
    .where('subject', '=', orderId)
    .execute()
  expect(upload).toHaveLength(1)
})

describe('a queue of scans', () => {
  test('that is sent twice gets the same answers and changes nothing', async () => {
    const { sale, orders, kit } = await anEvening()
    const scans = orders.map(({ orderId }) => scanOf(shop, kit, orderId, shop.clock.now()))
    const first = await answersOf(shop, sale, scans)
    const rows = await Promise.all(orders.map(({ orderId }) => orderRow(shop, orderId)))
    shop.clock.advance(3 * HOUR)
    expect(await answersOf(shop, sale, scans)).toEqual(first)
    expect(await Promise.all(orders.map(({ orderId }) => orderRow(shop, orderId)))).toEqual(rows)
    expect(first.every((answer) => answer.outcome === 'handed')).toBe(true)
  })

  test('with the same neighbour twice says when and on which phone it was', async () => {
    const { sale, orders, kit } = await anEvening()
    const { orderId } = at(orders, 0)
    const one = scanOf(shop, kit, orderId, shop.clock.now())
    const two = scanOf(shop, kit, orderId, later(shop.clock.now(), 2 * MINUTE))
    shop.clock.advance(10 * MINUTE)
    expect(await answersOf(shop, sale, [two, one])).toEqual([
      {
        scanId: two.scanId,
        outcome: 'duplicate',
        first: expect.objectContaining({ scanId: one.scanId, at: one.at }),
        sameDevice: true,
      },
      { scanId: one.scanId, outcome: 'handed' },
    ])
  })

  test('that arrives later but was scanned earlier changes who was first, not that the bag is gone', async () => {
    const { sale, orders, kit } = await anEvening()
    const { orderId } = at(orders, 0)
    const early = scanOf(shop, kit, orderId, shop.clock.now(), { device: '老周的手机' })
    shop.clock.advance(20 * MINUTE)
    const late = scanOf(shop, kit, orderId, shop.clock.now())
    expect(await answersOf(shop, sale, [late])).toMatchObject([{ outcome: 'handed' }])
    const completed = await orderRow(shop, orderId)
    shop.clock.advance(HOUR)
    expect(await answersOf(shop, sale, [early])).toMatchObject([{ outcome: 'handed' }])
    expect(await chainRow(shop, { orderId })).toMatchObject({ bag_state: 'handed', handed_at: new Date(early.at) })
    expect(await orderRow(shop, orderId)).toEqual(completed)
    expect(await answersOf(shop, sale, [late])).toMatchObject([
      { outcome: 'duplicate', first: { device: '老周的手机', at: early.at }, sameDevice: false },
    ])
  })

  test('answers every scan that does not count with its reason, and takes the others all the same', async () => {
    const { sale, orders, kit } = await anEvening([[1], [1], [1], [1]])
    const now = shop.clock.now()
    const [a, b, c, d] = [at(orders, 0), at(orders, 1), at(orders, 2), at(orders, 3)].map((one) => one.orderId)
    if (!a || !b || !c || !d) throw new Error('four orders')
    const strange = await anEvening([[1]])
    const elsewhere = at(strange.orders, 0).orderId
    const scans = [
      scanOf(shop, kit, a, now, { mac: '0'.repeat(16) }),
      scanOf(shop, kit, b, later(now, -10 * MINUTE), { at: now }),
      scanOf(shop, kit, c, later(now, 5 * MINUTE), { at: now }),
      scanOf(shop, strange.kit, elsewhere, now),
      scanOf(shop, kit, a, now, { mac: null }),
      scanOf(shop, kit, d, now),
    ]
    expect(
      (await answersOf(shop, sale, scans)).map((answer) => ('why' in answer ? answer.why : answer.outcome)),
    ).toEqual(['forged', 'stale', 'ahead', 'unknown', 'forged', 'handed'])
    expect(await chainRow(shop, { orderId: a })).toMatchObject({ bag_state: 'waiting' })
    // the code of one neighbour opens nobody else's bag
    const [mine, theirs] = [scanOf(shop, kit, a, now), scanOf(shop, kit, b, now)]
    expect(await answersOf(shop, sale, [{ ...mine, orderId: b }])).toMatchObject([{ why: 'forged' }])
    expect(await answersOf(shop, sale, [mine, theirs])).toMatchObject([{ outcome: 'handed' }, { outcome: 'handed' }])
  })

  test('of a phone whose clock runs ahead counts as scanned when it arrived', async () => {
    const { sale, orders, kit } = await anEvening()
    const { orderId } = at(orders, 0)
    const scan = scanOf(shop, kit, orderId, shop.clock.now(), { at: later(shop.clock.now(), 3 * HOUR) })
    expect(await answersOf(shop, sale, [scan])).toMatchObject([{ outcome: 'handed' }])
    expect(await chainRow(shop, { orderId })).toMatchObject({ handed_at: new Date(shop.clock.now()) })
  })

  test('takes a name that was ticked by hand', async () => {
    const { sale, orders, kit } = await anEvening()
    const scan = scanOf(shop, kit, at(orders, 0).orderId, shop.clock.now(), { codeStep: null, mac: null })
    expect(await answersOf(shop, sale, [scan])).toMatchObject([{ outcome: 'handed' }])
  })

  test('does not hand over what was not paid, was refunded, or went back to the store', async () => {
    const { sale, orders } = await aSoldSale(shop, [[1], [1], [1]])
    const [kept, refunded] = [at(orders, 0), at(orders, 1)]
    const unpaid = await aSaleOrder(shop, sale)
    const kit = await kitOf(shop, sale)
    const tick = {
      scanId: shop.deps.newId('scn') as ScanId,
      orderId: unpaid.orderId,
      codeStep: null,
      mac: null,
      at: shop.clock.now(),
      device: 'x',
      pickupPointId: null,
    }
    expect(await answersOf(shop, sale, [tick])).toMatchObject([{ why: 'not-ready' }])
    dataOf(await shop.call('order', 'cancel', { orderId: refunded.orderId }, refunded.memberId))
    expect(await answersOf(shop, sale, [scanOf(shop, kit, refunded.orderId, shop.clock.now())])).toMatchObject([
      { why: 'nothing-left' },
    ])
    await shop.deps.db
      .updateTable('sale_order')
      .set({ bag_state: 'returned' })
      .where('order_id', '=', kept.orderId)
      .execute()
    expect(await answersOf(shop, sale, [scanOf(shop, kit, kept.orderId, shop.clock.now())])).toMatchObject([
      { why: 'returned' },
    ])
  })

  test('is the leader’s alone', async () => {
    const { sale, orders, kit } = await anEvening()
    const other = await anEvening()
    const scan = scanOf(shop, kit, at(orders, 0).orderId, shop.clock.now())
    expect(refusalOf(await sync(shop, sale, [scan], leaderOf(other.sale)))).toEqual({ code: 'sale.unknown' })
    expect(refusalOf(await sync(shop, sale, [scan], at(orders, 0).memberId))).toEqual({ code: 'sale.unknown' })
    expect(refusalOf(await sync(shop, sale, [])).code).toBe('input.invalid')
    // an id that stands for a scan of another sale already tells nothing about it
    dataOf(await sync(shop, sale, [scan]))
    const stolen = scanOf(shop, other.kit, at(other.orders, 0).orderId, shop.clock.now(), { scanId: scan.scanId })
    expect(await answersOf(shop, other.sale, [stolen])).toMatchObject([{ why: 'unknown' }])
  })
})

test('the clerk’s six digits hand the bag over as well: the leader’s scan is told who was first', async () => {
  const { sale, orders, kit } = await anEvening()
  const { orderId } = at(orders, 0)
  const owner = await shop.aStaff()
  const code = kit.bags.find((bag) => bag.orderId === orderId)?.plainCode ?? ''
  dataOf(await shop.call('staff-order', 'handOver', { orderId, code }, owner))
  expect(await chainRow(shop, { orderId })).toMatchObject({ bag_state: 'handed' })
  shop.clock.advance(MINUTE)
  expect(await answersOf(shop, sale, [scanOf(shop, kit, orderId, shop.clock.now())])).toMatchObject([
    { outcome: 'duplicate', first: { byYou: false }, sameDevice: false },
  ])
})

describe('a bag nobody fetched', () => {
  const afterTheEvening = async () => {
    const evening = await anEvening()
    const { hand_over_until_at } = await saleRow(shop, evening.sale)
    shop.clock.set(later(hand_over_until_at.getTime() as never, 2 * DAY))
    return evening
  }

  test('goes back to the store only when its days are over', async () => {
    const { sale, orders } = await anEvening()
    const { orderId } = at(orders, 0)
    const back = () => shop.call('leader', 'returnBag', { saleId: sale.saleId, orderId }, leaderOf(sale))
    expect(refusalOf(await back())).toEqual({ code: 'bag.move', state: 'waiting' })
    const { hand_over_until_at } = await saleRow(shop, sale)
    shop.clock.set(later(hand_over_until_at.getTime() as never, HOUR))
    expect(refusalOf(await back())).toEqual({ code: 'bag.move', state: 'overdue' })
    shop.clock.advance(DAY)
    expect(dataOf(await back()).bags).toMatchObject({ noShow: expect.any(Number) as number })
    expect(await chainRow(shop, { orderId })).toMatchObject({ bag_state: 'returned' })
    dataOf(await back())
    expect(
      dataOf(await shop.call('leader', 'orders', { saleId: sale.saleId, tab: 'no-show' }, leaderOf(sale))).counts[
        'no-show'
      ],
    ).toBe(3)
  })

  test('still goes to who comes at last', async () => {
    const { sale, orders, kit } = await afterTheEvening()
    const scan = scanOf(shop, kit, at(orders, 0).orderId, shop.clock.now())
    expect(await answersOf(shop, sale, [scan])).toMatchObject([{ outcome: 'handed' }])
  })

  test('is paid back in full by the store’s word, once, and is not handed over afterwards', async () => {
    const { sale, orders, kit } = await afterTheEvening()
    const owner = await shop.aStaff()
    const { orderId } = at(orders, 1)
    const refund = () => shop.call('staff-sale', 'refundNoShow', { saleId: sale.saleId, orderId }, owner)
    dataOf(await refund())
    expect(await orderRow(shop, orderId)).toMatchObject({ money: 'refunding', refunded_fen: 3_000 })
    expect(await chainRow(shop, { orderId })).toMatchObject({ bag_state: 'returned' })
    expect(refusalOf(await refund())).toEqual({ code: 'order.not-refundable' })
    expect(await answersOf(shop, sale, [scanOf(shop, kit, orderId, shop.clock.now())])).toMatchObject([
      { outcome: 'refused' },
    ])
    const handed = at(orders, 0).orderId
    dataOf(await sync(shop, sale, [scanOf(shop, kit, handed, shop.clock.now())]))
    expect(
      refusalOf(await shop.call('staff-sale', 'refundNoShow', { saleId: sale.saleId, orderId: handed }, owner)),
    ).toEqual({
      code: 'bag.not-no-show',
    })
    const audit = await shop.deps.db.selectFrom('audit').select('action').where('subject', '=', orderId).execute()
    expect(audit).toEqual([{ action: 'sale.refund-no-show' }])
    await expectSalesAgree(shop)
  })

  test('of another place is nobody’s business', async () => {
    const { sale, orders, points } = await afterTheEvening()
    const keeper = await shop.aStaff({ role: 'manager', pickupPointIds: [points[0]] })
    const reply = await shop.call(
      'staff-sale',
      'refundNoShow',
      { saleId: sale.saleId, orderId: at(orders, 1).orderId },
      keeper,
    )
    expect(refusalOf(reply)).toEqual({ code: 'order.unknown' })
  })
})
