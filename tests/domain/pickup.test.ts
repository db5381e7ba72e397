import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import type { MemberId, OrderId, PickupPointId, ScanId } from '@/domain/ids'
import { bagAt, canMoveBag, isOnShelf, KEEP_DAYS, keptUntil } from '@/domain/pickup/bag'
import {
  CODE_STEP,
  CODE_WINDOW,
  nextStepAt,
  pickupCode,
  readPickupCode,
  stepAt,
  verifyPickupCode,
} from '@/domain/pickup/code'
import { mayHandOver, type Bag } from '@/domain/pickup/hand-over'
import { clampScan, mergeScans, type ScanRecord } from '@/domain/pickup/merge-scans'
import { DAY, epochMs, HOUR, later, MINUTE, SECOND } from '@/domain/time'

const t0 = epochMs(1_800_000_000_000)
const order = 'ord_01hzx0000000abcdef' as OrderId
const other = 'ord_01hzx0000000abcdeg' as OrderId
const sign = (text: string) => createHmac('sha256', 'a key of this order').update(text).digest('hex')
const code = (result: { ok: boolean; refusal?: { code: string }; value?: unknown }) =>
  result.ok ? result.value : result.refusal?.code

describe('the code at the door', () => {
  const shown = pickupCode(order, t0, sign)
  const read = readPickupCode(shown)
  if (!read) throw new Error('cannot read its own code')

  test('is short, made for a small QR code, and says whose it is', () => {
    expect(shown).toMatch(/^QJ1:[0-9A-Z]+:[0-9A-Z]+:[0-9A-Z]{16}$/)
    expect(shown.length).toBeLessThanOrEqual(61)
    expect(read).toMatchObject({ orderId: order, step: stepAt(t0) })
  })

  test.each([
    ['at once', 0, order],
    ['two minutes later', CODE_WINDOW.back * CODE_STEP, order],
    ['on a phone that is a minute behind', -MINUTE, order],
    ['after two and a half minutes', 150 * SECOND, 'pickup.stale'],
    ['from a clock too far ahead', -90 * SECOND, 'pickup.ahead'],
  ])('read %s', (_name, after, answer) => {
    expect(code(verifyPickupCode(read, sign, later(t0, after)))).toBe(answer)
  })

  test('says by how much a clock is wrong', () => {
    expect(verifyPickupCode(read, sign, later(t0, 3 * MINUTE))).toMatchObject({ refusal: { byMs: MINUTE } })
  })

  test('neither another order nor another instant fits its signature', () => {
    expect(code(verifyPickupCode({ ...read, orderId: other }, sign, t0))).toBe('pickup.forged')
    expect(code(verifyPickupCode({ ...read, step: read.step + 1 }, sign, t0))).toBe('pickup.forged')
    expect(code(verifyPickupCode(read, (text) => sign(`${text}!`), t0))).toBe('pickup.forged')
  })

  test('is drawn anew at the step', () => {
    expect(nextStepAt(t0) - t0).toBeLessThanOrEqual(CODE_STEP)
    expect(pickupCode(order, nextStepAt(t0), sign)).not.toBe(shown)
    expect(nextStepAt(nextStepAt(t0))).toBe(later(nextStepAt(t0), CODE_STEP))
  })

  test.each(['', '884022', 'https://example.com', shown.toLowerCase(), `${shown}0`, shown.replace('QJ1', 'QJ2')])(
    '%j is no code',
    (text) => {
      expect(readPickupCode(text)).toBeNull()
    },
  )

  test('whatever text comes, reading it does not fail', () => {
    fc.assert(fc.property(fc.string(), (text) => readPickupCode(text) === null))
  })

  test('a signature that protects nothing is a bug', () => {
    expect(() => pickupCode(order, t0, () => 'abc')).toThrow(RangeError)
  })
})

const scan = (n: number, over: Partial<ScanRecord> = {}): ScanRecord => ({
  scanId: `scn_${n}` as ScanId,
  orderId: order,
  codeStep: stepAt(t0),
  mac: 'A'.repeat(16),
  at: later(t0, n * MINUTE),
  device: 'phone of 阿芳',
  by: 'mem_fang' as MemberId,
  pickupPointId: 'pup_3' as PickupPointId,
  ...over,
})

describe('scans from two phones', () => {
  test('the first hands over, the second is told when, where and by whom', () => {
    const first = scan(1)
    const second = scan(2, { device: 'phone of her son' })
    expect(mergeScans([first], [second]).verdicts).toEqual([
      { scanId: 'scn_2', outcome: 'duplicate', first, sameDevice: false },
    ])
  })

  test('a queue that is sent twice gets the same answer twice and hands nothing over again', () => {
    const once = mergeScans([], [scan(1), scan(2)])
    const twice = mergeScans(once.scans, [scan(1), scan(2)])
    expect(once.newlyHanded).toEqual([order])
    expect(twice.newlyHanded).toEqual([])
    expect(twice.verdicts).toEqual(once.verdicts)
    expect(twice.scans).toEqual(once.scans)
  })

  test('an earlier scan that arrives later was still the first', () => {
    const late = mergeScans([scan(5)], [scan(1)])
    expect(late.verdicts).toEqual([{ scanId: 'scn_1', outcome: 'handed' }])
    expect(late.newlyHanded).toEqual([])
  })

  test('a scan id that comes again with other words keeps the first words', () => {
    expect(mergeScans([scan(1)], [scan(1, { orderId: other })]).scans).toEqual([scan(1)])
  })

  test('a scan from the future was made when it arrived', () => {
    expect(clampScan(scan(60), later(t0, MINUTE), t0).at).toBe(later(t0, MINUTE))
    expect(clampScan(scan(0), later(t0, MINUTE), t0).at).toBe(t0)
    expect(clampScan(scan(-60), later(t0, MINUTE), t0).at).toBe(t0)
  })

  // what a phone made once never changes: one id, one record
  const someScans = fc.array(
    fc
      .nat(30)
      .map((n) =>
        scan(n, { orderId: `ord_${n % 5}` as OrderId, at: later(t0, (n * 7) % 6), device: n % 2 ? 'a' : 'b' }),
      ),
    { maxLength: 30 },
  )

  test('any cut and any order of arrival end in the same list, with one hand-over an order', () => {
    fc.assert(
      fc.property(someScans, fc.nat(30), (scans, cut) => {
        const whole = mergeScans([], scans)
        const parts = mergeScans(mergeScans([], scans.slice(cut)).scans, scans.slice(0, cut))
        expect(parts.scans).toEqual(whole.scans)
        const handed = new Set(whole.verdicts.filter((v) => v.outcome === 'handed').map((v) => v.scanId))
        expect(handed.size).toBe(new Set(scans.map((s) => s.orderId)).size)
        expect(whole.newlyHanded).toHaveLength(handed.size)
      }),
    )
  })
})

describe('a bag', () => {
  const evening = later(t0, 3 * HOUR)
  test.each([
    ['waits during its evening', 'waiting', 0, 'waiting'],
    ['is kept after it', 'waiting', 3 * HOUR, 'overdue'],
    ['is a no-show a day later', 'overdue', 3 * HOUR + DAY, 'no-show'],
    ['even if no clock ran in between', 'waiting', 3 * HOUR + DAY, 'no-show'],
    ['once handed over is handed over', 'handed', 9 * DAY, 'handed'],
  ] as const)('%s', (_name, state, after, answer) => {
    expect(bagAt(state, evening, 1, later(t0, after))).toBe(answer)
  })

  test('who comes at last still gets it, until it went back', () => {
    expect([isOnShelf('no-show'), isOnShelf('returned'), canMoveBag('waiting', 'no-show')]).toEqual([
      true,
      false,
      false,
    ])
    expect(keptUntil(evening, KEEP_DAYS.least)).toBe(evening)
  })

  const bag = (over: Partial<Bag> = {}): Bag => ({
    trade: 'fulfilling',
    state: 'waiting',
    pickupPointId: 'pup_3' as PickupPointId,
    units: 2,
    handedBy: null,
    ...over,
  })
  const here = { pickupPointIds: ['pup_3' as PickupPointId] }

  test.each([
    ['goes to who shows the code', bag(), here, true],
    ['goes out at the counter too', bag(), { pickupPointIds: null }, true],
    ['goes out although WeChat completed the order', bag({ trade: 'completed', state: 'no-show' }), here, true],
    ['lies somewhere else', bag({ pickupPointId: 'pup_9' as PickupPointId }), here, 'pickup.elsewhere'],
    ['was cut to nothing', bag({ units: 0 }), here, 'pickup.nothing-left'],
    ['was refunded', bag({ trade: 'closed' }), here, 'pickup.nothing-left'],
    ['is not paid', bag({ trade: 'awaiting-payment' }), here, 'pickup.not-ready'],
    ['went back to the store', bag({ state: 'returned' }), here, 'pickup.returned'],
  ] as const)('%s', (_name, given, reach, answer) => {
    expect(code(mayHandOver(given, reach))).toBe(answer)
  })

  test('that was fetched says by which scan', () => {
    expect(mayHandOver(bag({ state: 'handed', handedBy: scan(1) }), here)).toMatchObject({
      refusal: { code: 'pickup.handed', first: scan(1) },
    })
  })
})
