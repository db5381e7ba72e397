import { decideFlashBuy, isFlashPrice, type FlashFacts } from '@/domain/flash/buy'
import { flashPayDeadline, phaseOf, slotsOfDay, slotsToShow, slotToOpen } from '@/domain/flash/slot'
import { countsSince, evaluateLevel, isLevelDue } from '@/domain/member/level'
import { fen } from '@/domain/money'
import { DAY, dayStart, epochMs, HOUR, later, MINUTE } from '@/domain/time'

const DAY_0 = dayStart(epochMs(1_763_776_800_000))
const NOW = later(DAY_0, 10 * HOUR)

describe('the member level', () => {
  test.each([
    ['ordinary', 29_999, { level: 'ordinary', isChanged: false, needFen: 30_000, missingFen: 1 }],
    ['ordinary', 30_000, { level: 'member', isChanged: true, needFen: 20_000, missingFen: 0 }],
    ['member', 20_000, { level: 'member', isChanged: false, needFen: 20_000, missingFen: 0 }],
    ['member', 19_999, { level: 'ordinary', isChanged: true, needFen: 30_000, missingFen: 10_001 }],
  ] as const)('%s after ¥%d fen', (level, spent, stand) => expect(evaluateLevel(level, fen(spent))).toEqual(stand))

  test('is looked at once a day over whole days', () => {
    expect(isLevelDue(null, NOW)).toBe(true)
    expect(isLevelDue(later(DAY_0, -1), NOW)).toBe(true)
    expect(isLevelDue(DAY_0, NOW)).toBe(false)
    expect(countsSince(NOW)).toBe(DAY_0 - 180 * DAY)
  })
})

describe('flash slots', () => {
  const [eight, ten, twenty] = slotsOfDay(NOW, [20, 8, 10])
  if (!eight || !ten || !twenty) throw new Error('three slots')

  test('follow each other through the shop’s day, the last up to midnight', () => {
    expect(eight).toEqual({ startsAt: later(DAY_0, 8 * HOUR), endsAt: later(DAY_0, 10 * HOUR) })
    expect(twenty.endsAt).toBe(later(DAY_0, DAY))
  })

  test('open at their first moment and are over at their last', () => {
    expect([eight, ten, twenty].map((slot) => phaseOf(slot, NOW))).toEqual(['over', 'running', 'before'])
  })

  test('the screen opens with the one that runs, else the next, else the last', () => {
    expect(slotToOpen([twenty, ten, eight], NOW)).toBe(ten)
    expect(slotToOpen([twenty, eight], NOW)).toBe(twenty)
    expect(slotToOpen([eight], NOW)).toBe(eight)
    expect(slotToOpen([], NOW)).toBeNull()
  })

  test('yesterday’s and the day after tomorrow’s are not shown', () => {
    const moved = (days: number) => ({
      startsAt: later(ten.startsAt, days * DAY),
      endsAt: later(ten.endsAt, days * DAY),
    })
    expect(slotsToShow([moved(2), moved(1), ten, moved(-1)], NOW)).toEqual([ten, moved(1)])
  })

  test('what is taken is held for five minutes', () => expect(flashPayDeadline(NOW)).toBe(later(NOW, 5 * MINUTE)))
})

describe('buying in a flash sale', () => {
  const facts = (over: { slot?: object; item?: object; mine?: number } = {}): FlashFacts => ({
    slot: { startsAt: NOW, endsAt: later(NOW, HOUR), status: 'live', ...over.slot },
    item: { priceFen: fen(990), stockShare: 500, taken: 0, perPerson: 2, ...over.item },
    mine: over.mine ?? 0,
  })

  test('is at the flash price', () => {
    expect(decideFlashBuy(facts(), 2, NOW)).toEqual({ ok: true, value: { rule: 'flash', priceFen: 990 } })
  })

  test.each<[string, FlashFacts, number, object]>([
    [
      'before it opens',
      facts({ slot: { startsAt: later(NOW, 1) } }),
      1,
      { code: 'flash.not-running', startsAt: later(NOW, 1) },
    ],
    ['after it closed', facts({ slot: { endsAt: NOW } }), 1, { code: 'flash.not-running', startsAt: null }],
    ['of a draft', facts({ slot: { status: 'draft' } }), 1, { code: 'flash.not-running', startsAt: null }],
    ['more than one may have', facts({ mine: 1 }), 2, { code: 'flash.limit-reached', limit: 2, left: 1 }],
    ['when all are taken', facts({ item: { taken: 500 } }), 1, { code: 'flash.sold-out', sold: 500 }],
    ['more than are left', facts({ item: { taken: 499 } }), 2, { code: 'flash.short', left: 1 }],
  ])('%s is refused', (_, state, quantity, refusal) =>
    expect(decideFlashBuy(state, quantity, NOW)).toEqual({ ok: false, refusal }),
  )

  test('a flash price is below what everybody pays anyway', () => {
    const sku = { priceFen: fen(1_000), memberPriceFen: fen(900) }
    expect([900, 899, 0].map((price) => isFlashPrice(fen(price), sku))).toEqual([false, true, false])
  })
})
