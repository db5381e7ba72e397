import type { OrderId, PickupPointId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { checkBasket, leftForPerson, takesLateMoney, type OpenLine, type OpenSale } from '@/domain/sale/basket'
import { chainLine, chainOf, chainText, CHAIN_TEXT_LIMIT, itemsText, type ChainOrder } from '@/domain/sale/chain'
import { editSale, mayEdit } from '@/domain/sale/edit'
import { proposedLabel } from '@/domain/sale/label'
import { isRunning, moveSale, saleActs, saleActsFor, saleMoves, type SaleFacts } from '@/domain/sale/sale'
import { openSale, type SaleLine, type SaleTerms } from '@/domain/sale/terms'
import { mayNudge, salePayDeadline } from '@/domain/sale/window'
import { DAY, epochMs, HOUR, later, MINUTE } from '@/domain/time'

const t0 = epochMs(1_800_000_000_000)
const berry = 'sku_berry' as SkuId
const egg = 'sku_egg' as SkuId
const code = (result: { ok: boolean; refusal?: { code: string }; value?: unknown }) =>
  result.ok ? result.value : result.refusal?.code

const aSale = (over: Partial<SaleFacts> = {}, orders: Partial<SaleFacts['orders']> = {}): SaleFacts => ({
  state: 'open',
  endsAt: later(t0, HOUR),
  reckonedAt: null,
  deliveredAt: null,
  ...over,
  orders: { unpaid: 0, unpaidUntilAt: null, paid: 3, running: 3, openAfterSales: 0, ...orders },
})

const aLine = (over: Partial<SaleLine> = {}): SaleLine => ({
  skuId: berry,
  label: '草莓',
  priceFen: fen(3190),
  tiers: [
    { fromUnits: 20, priceFen: fen(2990) },
    { fromUnits: 50, priceFen: fen(2890) },
    { fromUnits: 80, priceFen: fen(2790) },
  ],
  stockLimit: 100,
  perPerson: 5,
  ...over,
})

const someTerms = (over: Partial<SaleTerms> = {}): SaleTerms => ({
  title: '周日鲜食接龙',
  note: '',
  startsAt: t0,
  endsAt: later(t0, 5 * HOUR),
  pickupPointIds: ['pup_3' as PickupPointId],
  handOverFromAt: later(t0, 8 * HOUR),
  handOverUntilAt: later(t0, 11 * HOUR),
  shortagePolicy: 'first-paid',
  lines: [aLine()],
  ...over,
})

describe('who moves a sale', () => {
  const delivered = aSale({ state: 'delivered', reckonedAt: t0, deliveredAt: t0 }, { running: 0 })
  test.each([
    ['the leader opens a draft', aSale({ state: 'draft' }, { paid: 0 }), 'open', 'leader', t0, 'open'],
    ['the leader may end early', aSale(), 'close', 'leader', t0, 'closed'],
    ['the clock only on time', aSale(), 'close', 'clock', t0, 'sale.not-ended'],
    ['and then it does', aSale(), 'close', 'clock', later(t0, HOUR), 'closed'],
    ['nobody cancels what is paid', aSale(), 'cancel', 'staff', t0, 'sale.has-paid'],
    [
      'an order on its way is cancelled first',
      aSale({}, { paid: 0, unpaid: 1 }),
      'cancel',
      'leader',
      t0,
      'sale.has-unpaid',
    ],
    ['an open sale without orders is cancelled', aSale({}, { paid: 0 }), 'cancel', 'leader', t0, 'cancelled'],
    [
      'nothing is picked while somebody still pays',
      aSale({ state: 'closed' }, { unpaid: 1 }),
      'pick',
      'leader',
      t0,
      'sale.not-reckoned',
    ],
    ['picking starts on a final list', aSale({ state: 'closed', reckonedAt: t0 }), 'pick', 'leader', t0, 'picking'],
    [
      'where all was refunded nothing is picked',
      aSale({ state: 'closed', reckonedAt: t0 }, { running: 0 }),
      'pick',
      'leader',
      t0,
      'sale.nothing-to-pick',
    ],
    [
      'it settles at once instead',
      aSale({ state: 'closed', reckonedAt: t0 }, { running: 0 }),
      'settle',
      'clock',
      t0,
      'settled',
    ],
    ['goods arrive', aSale({ state: 'picking', reckonedAt: t0 }), 'deliver', 'leader', t0, 'delivered'],
    ['a sale settles seven days after', delivered, 'settle', 'clock', later(t0, 7 * DAY), 'settled'],
    ['not before', delivered, 'settle', 'clock', later(t0, 7 * DAY - 1), 'sale.not-settled'],
    ['not by hand', delivered, 'settle', 'staff', later(t0, 7 * DAY), 'sale.move'],
    [
      'not with a bag on the shelf',
      { ...delivered, orders: { ...delivered.orders, running: 1 } },
      'settle',
      'clock',
      later(t0, 8 * DAY),
      'sale.not-settled',
    ],
  ] as const)('%s', (_name, sale, act, by, now, answer) => {
    expect(code(moveSale(sale, act, by, now))).toBe(answer)
  })

  test('the buttons are the acts that would be let through', () => {
    expect(saleActsFor(aSale(), 'leader', t0)).toEqual(['close'])
    expect(saleActsFor(aSale({}, { paid: 0 }), 'leader', t0)).toEqual(['close', 'cancel'])
    expect(saleActsFor(aSale({ state: 'settled' }), 'staff', t0)).toEqual([])
  })

  test('the ends are ends, and every state is reached from the draft', () => {
    expect(saleMoves('settled')).toEqual([])
    expect(saleMoves('cancelled')).toEqual([])
    const reached = new Set(['draft', ...Object.values(saleActs).map((act) => act.to)])
    expect([...reached].sort()).toEqual(['cancelled', 'closed', 'delivered', 'draft', 'open', 'picking', 'settled'])
    expect((['draft', 'open', 'settled'] as const).map(isRunning)).toEqual([false, true, false])
  })
})

describe('the clocks of a sale', () => {
  test('who orders at the last minute has ten more to pay', () => {
    const endsAt = later(t0, HOUR)
    expect(salePayDeadline(t0, endsAt)).toBe(later(t0, 30 * MINUTE))
    expect(salePayDeadline(later(endsAt, -1), endsAt)).toBe(later(endsAt, 10 * MINUTE))
  })

  test('an unpaid order is nudged once, neither at once nor at the last moment', () => {
    const order = { placedAt: t0, payDeadlineAt: later(t0, 30 * MINUTE), nudgedAt: null }
    const at = (minutes: number) => mayNudge(order, later(t0, minutes * MINUTE))
    expect([at(4), at(5), at(27), at(28)]).toEqual([false, true, true, false])
    expect(mayNudge({ ...order, nudgedAt: t0 }, later(t0, 10 * MINUTE))).toBe(false)
  })

  test('late money reopens an order only while the list is not final', () => {
    expect(takesLateMoney({ state: 'closed', reckonedAt: null })).toBe(true)
    expect(takesLateMoney({ state: 'closed', reckonedAt: t0 })).toBe(false)
    expect(takesLateMoney({ state: 'picking', reckonedAt: t0 })).toBe(false)
  })
})

describe('opening', () => {
  const range = { skuId: berry, floorFen: fen(2700), shopFen: fen(3680), isOn: true }
  const line = (over: Partial<SaleLine>) => someTerms({ lines: [aLine(over)] })
  test.each([
    ['sound terms open', someTerms(), 'open'],
    ['a sale has a name', someTerms({ title: ' ' }), 'sale.title'],
    ['and something to sell', someTerms({ lines: [] }), 'sale.no-lines'],
    ['each product once', someTerms({ lines: [aLine(), aLine()] }), 'sale.twice'],
    ['on sale in the shop', line({ skuId: egg }), 'sku.off'],
    ['never above the shop price', line({ priceFen: fen(3681) }), 'sale.price'],
    [
      'never below the floor, not even on the last tier',
      line({ tiers: [{ fromUnits: 9, priceFen: fen(2699) }] }),
      'sale.price',
    ],
    ['more units never cost more', line({ tiers: [{ fromUnits: 9, priceFen: fen(3190) }] }), 'sale.tiers'],
    ['tiers rise', line({ tiers: [{ fromUnits: 1, priceFen: fen(3000) }] }), 'sale.tiers'],
    ['a limit is a number of units', line({ perPerson: 0 }), 'sale.limit'],
    ['somewhere to collect', someTerms({ pickupPointIds: [] }), 'sale.no-point'],
    ['or the courier comes', someTerms({ pickupPointIds: null }), 'open'],
    ['long enough to be read', someTerms({ endsAt: later(t0, 9 * MINUTE) }), 'sale.window'],
    ['hand-over comes after the end', someTerms({ handOverFromAt: later(t0, 4 * HOUR) }), 'sale.hand-over-window'],
  ] as const)('%s', (_name, terms, answer) => {
    expect(code(openSale(terms, [range], t0))).toBe(answer)
  })
})

describe('an open sale changes only for the better', () => {
  const edit = (change: Parameters<typeof editSale>[2], state: SaleFacts['state'] = 'open') =>
    editSale(state, someTerms(), change, t0)
  test('a longer window, a higher limit, another note, a later truck', () => {
    const after = edit({
      endsAt: later(t0, 6 * HOUR),
      note: '车晚半小时',
      handOver: { fromAt: later(t0, 9 * HOUR), untilAt: later(t0, 12 * HOUR) },
      lines: [{ skuId: berry, stockLimit: 120, perPerson: null }],
    })
    expect(after.ok && after.value).toMatchObject({
      note: '车晚半小时',
      lines: [{ stockLimit: 120, perPerson: null, priceFen: 3190 }],
    })
  })
  test.each([
    ['an earlier end', { endsAt: later(t0, 4 * HOUR) }, 'sale.only-later'],
    ['fewer units', { lines: [{ skuId: berry, stockLimit: 99 }] }, 'sale.only-more'],
    ['a tighter personal limit', { lines: [{ skuId: berry, perPerson: 4 }] }, 'sale.only-more'],
    [
      'an earlier truck',
      { handOver: { fromAt: later(t0, 7 * HOUR), untilAt: later(t0, 11 * HOUR) } },
      'sale.only-later',
    ],
    ['an end after the hand-over began', { endsAt: later(t0, 9 * HOUR) }, 'sale.hand-over-window'],
    ['a product that is not in it', { lines: [{ skuId: egg, stockLimit: 1 }] }, 'sale.line-gone'],
    ['an endless window', { endsAt: later(t0, 15 * DAY) }, 'sale.window'],
  ] as const)('not %s', (_name, change, answer) => {
    expect(code(edit(change))).toBe(answer)
  })
  test('once closed only the note and the evening are left', () => {
    expect(code(edit({ endsAt: later(t0, 6 * HOUR) }, 'closed'))).toBe('sale.fixed')
    expect(edit({ note: '到了' }, 'delivered').ok).toBe(true)
    expect(mayEdit('settled', 'note')).toBe(false)
  })
})

describe('ordering', () => {
  const open = (over: Partial<OpenSale> = {}, line: Partial<OpenLine> = {}): OpenSale => ({
    state: 'open',
    startsAt: t0,
    endsAt: later(t0, HOUR),
    lines: [{ ...aLine(), taken: 46, reachedUnits: 46, held: 0, ...line }],
    ...over,
  })
  const want = (quantity: number) => [{ skuId: berry, quantity }]
  test.each([
    ['before the window', open(), 1, later(t0, -1), 'sale.not-begun'],
    ['at its end', open(), 1, later(t0, HOUR), 'sale.ended'],
    ['once closed', open({ state: 'closed' }), 1, t0, 'sale.not-open'],
    ['more than a person may', open({}, { held: 4 }), 2, t0, 'sale.per-person'],
    ['more than there is', open({}, { taken: 98 }), 3, t0, 'sale.sold-out'],
  ] as const)('is refused %s', (_name, sale, quantity, now, answer) => {
    expect(code(checkBasket(sale, want(quantity), now))).toBe(answer)
  })
  test('the price is the tier that is reached now', () => {
    const price = (reachedUnits: number) => checkBasket(open({}, { reachedUnits }), want(1), t0)
    expect(price(19)).toMatchObject({ value: [{ priceFen: 3190 }] })
    expect(price(46)).toMatchObject({ value: [{ priceFen: 2990 }] })
    expect(price(50)).toMatchObject({ value: [{ priceFen: 2890 }] })
  })
  test('a limit is not passed by naming a product twice', () => {
    expect(code(checkBasket(open(), [...want(3), ...want(3)], t0))).toBe('sale.per-person')
  })
  test('the stepper stops where the nearer limit is', () => {
    expect(leftForPerson({ ...aLine(), taken: 97, reachedUnits: 97, held: 1 })).toBe(3)
    expect(leftForPerson({ ...aLine({ stockLimit: null }), taken: 97, reachedUnits: 97, held: 1 })).toBe(4)
    expect(
      leftForPerson({ ...aLine({ stockLimit: null, perPerson: null }), taken: 0, reachedUnits: 0, held: 0 }),
    ).toBeNull()
  })
})

describe('the chain list', () => {
  const order = (n: number, number: number | null, over: Partial<ChainOrder> = {}): ChainOrder => ({
    orderId: `ord_${n}` as OrderId,
    number,
    name: '张小敏',
    items: [{ label: '草莓', quantity: 2 }],
    placedAt: later(t0, n),
    ...over,
  })
  const words = {
    head: ['周日鲜食接龙', '今天 14:53 截单'],
    skipped: (count: number) => `…前面还有 ${count} 位`,
    totals: (people: number, items: string) => `共 ${people} 位：${items}`,
    join: '接龙：#小程序://圈集/aB3',
  }

  test('a line shows the first character of a name and what was ordered', () => {
    const [entry] = chainOf(
      [
        order(1, 1, {
          items: [
            { label: '草莓', quantity: 2 },
            { label: '可颂', quantity: 1 },
            { label: '蛋', quantity: 0 },
          ],
        }),
      ],
      1,
    )
    expect(entry && chainLine(entry)).toBe('1. 张* 草莓×2，可颂×1')
  })

  test('one label is one item, what was refunded to nothing is left out', () => {
    expect(
      itemsText([
        { label: '草莓', quantity: 2 },
        { label: '蛋', quantity: 0 },
        { label: '草莓', quantity: 1 },
      ]),
    ).toBe('草莓×3')
  })

  test('numbers stay, gaps too; who has not paid stands behind the last number ever given', () => {
    const entries = chainOf([order(9, null), order(3, 3), order(8, null), order(1, 1)], 4)
    expect(entries.map((e) => [e.orderId, e.number, e.isPending])).toEqual([
      ['ord_1', 1, false],
      ['ord_3', 3, false],
      ['ord_8', 5, true],
      ['ord_9', 6, true],
    ])
  })

  test('the text has head, lines, totals and the way in; nobody unpaid is told', () => {
    const text = chainText(
      chainOf([order(1, 1), order(2, 2), order(3, null)], 2),
      [{ label: '草莓', quantity: 4 }],
      words,
    )
    expect(text.split('\n')).toEqual([
      '周日鲜食接龙',
      '今天 14:53 截单',
      '1. 张* 草莓×2',
      '2. 张* 草莓×2',
      '共 2 位：草莓×4',
      '接龙：#小程序://圈集/aB3',
    ])
  })

  test('a long chain keeps its newest lines and says how many it left out', () => {
    const entries = chainOf(
      Array.from({ length: 1000 }, (_, i) => order(i, i + 1)),
      1000,
    )
    const text = chainText(entries, [{ label: '草莓', quantity: 2000 }], words)
    expect(Array.from(text).length).toBeLessThanOrEqual(CHAIN_TEXT_LIMIT)
    expect(Array.from(text).length).toBeGreaterThan(CHAIN_TEXT_LIMIT - 30)
    const shown = text.split('\n').filter((line) => /^\d+\. /.test(line))
    expect(shown[shown.length - 1]).toBe('1000. 张* 草莓×2')
    expect(text).toContain(`…前面还有 ${1000 - shown.length} 位`)
  })

  test.each([
    ['散养土鸡蛋 20 枚', '散养土鸡蛋'],
    ['丹东 99 草莓 500g', '丹东 99 草莓'],
    ['碱水可颂 4 枚', '碱水可颂'],
    ['鲜牛乳 950ml', '鲜牛乳'],
    ['500g', '500g'],
  ])('%s is proposed as %s', (title, label) => {
    expect(proposedLabel(title)).toBe(label)
  })
})
