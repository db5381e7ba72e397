import type { OrderView } from '@/contract/order'
import { fen } from '@/domain/money'
import { epochMs } from '@/domain/time'
import { headOf, timelineOf } from '@/features/order/words'
import { saleStateText } from '@/features/order/sale-words'

/** Sunday noon. */
const now = epochMs(Date.UTC(2026, 10, 22, 4))

const refunding = (...states: OrderView['refunds'][number]['state'][]) =>
  ({ trade: 'closed', money: 'refunding', pickup: null, refunds: states.map((state) => ({ state })) }) as never

test('a refund on its way says when it is there; one that failed does not promise that', () => {
  expect(headOf(refunding('sent'), now)).toEqual({ title: '正在退款', note: '一般几分钟，最慢三个工作日' })
  expect(headOf(refunding('done', 'failed'), now)).toEqual({
    title: '退款还没退成',
    note: '店里知道了，会再退，钱不会少',
  })
})

/** Handed over on Sunday from 17:30 to 20:30. */
const inSale = (sale: Partial<NonNullable<OrderView['sale']>>, order: Partial<OrderView> = {}): OrderView =>
  ({
    ...{ trade: 'fulfilling', money: 'paid', fulfilment: 'to-ship', deliveryKind: 'pickup', refunds: [], timeline: [] },
    pickup: { point: { name: '3 号楼架空层', hours: '10:00–20:30' }, code: '730518' },
    ...order,
    sale: {
      ...{ id: 'sal_1', title: '周日鲜食接龙', state: 'open', number: 12, bag: 'waiting', forName: null },
      handOverFromAt: epochMs(Date.UTC(2026, 10, 22, 9, 30)),
      handOverUntilAt: epochMs(Date.UTC(2026, 10, 22, 12, 30)),
      keptUntilAt: epochMs(Date.UTC(2026, 10, 23, 12, 30)),
      ...{ tierBackFen: fen(0), cuts: [] },
      ...sale,
    },
  }) as never

test.each([
  ['joined', {}, '接上了，你是第 12 位', '今天 17:30–20:30 取 · 3 号楼架空层'],
  ['being packed', { state: 'picking' }, '店里正在备货', '今天 17:30–20:30 取 · 3 号楼架空层'],
  ['there', { state: 'delivered' }, '到货了，等你来取', '今天 17:30–20:30 取 · 3 号楼架空层'],
  ['kept', { state: 'delivered', bag: 'overdue' }, '帮你留着，记得来取', '明天 20:30 前都能来取 · 3 号楼架空层'],
  ['kept too long', { state: 'settled', bag: 'no-show' }, '留的时间过了', '先联系团长，货还在就能取'],
] as const)('an order whose bag is %s says so first', (_, sale, title, note) => {
  expect(headOf(inSale(sale), now)).toEqual({ title, note })
})

test('an order of a sale that waits for its money, or was given back, is told as any other', () => {
  expect(headOf(inSale({ number: null }, { trade: 'awaiting-payment', money: 'unpaid' }), now).title).toBe('等你付款')
  expect(headOf(inSale({}, { trade: 'closed', money: 'refunded' }), now).title).toBe('订单已关闭')
})

test('nobody is told that goods are made ready while the chain still grows', () => {
  const timeline = [{ at: now, event: { kind: 'fulfilling' }, by: 'wechat' }] as never
  const titles = (sale: Parameters<typeof inSale>[0]) =>
    timelineOf(inSale(sale, { timeline }), now).map(({ title }) => title)
  expect(titles({})).toEqual(['接上了，第 12 位', '等截单，一起备货', '确认收货，订单完成'])
  expect(titles({ state: 'picking' })).toContain('店里正在备货')
})

test('before the bags are there the sale says how far it is, then the bag does', () => {
  const said = (sale: Parameters<typeof inSale>[0]) => saleStateText(inSale(sale).sale as never)
  expect(said({ state: 'closed' })).toBe('截单了，店里这就备货')
  expect(said({ state: 'delivered', bag: 'overdue' })).toBe('帮你留着')
  expect(said({ state: 'picking', bag: 'handed' })).toBe('取走了')
})
