import fc from 'fast-check'
import { cutOffToday, nextCutOff, promises } from '@/domain/delivery/promise'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import { fen } from '@/domain/money'
import { DAY, epochMs, minuteText, shopClock } from '@/domain/time'

/** 2026-11-22 in the shop. */
const at = (hour: number, minute = 0) => epochMs(Date.UTC(2026, 10, 22, hour - 8, minute))
const hours = { orderBeforeMinute: 16 * 60, readyFromMinute: 17 * 60 + 30, readyUntilMinute: 20 * 60 + 30 }
const local: DeliveryTemplate = {
  kind: 'local',
  feeFen: fen(500),
  freeOverFen: fen(5900),
  areas: [{ names: ['浦东新区'], feeFen: fen(900), freeOverFen: null }],
  within: ['上海市'],
}
const express: DeliveryTemplate = { kind: 'express', feeFen: fen(1000), freeOverFen: fen(9900), areas: [], within: [] }
const shanghai = (district: string) => ({ province: '上海市', city: '上海市', district })
const window = (p: { fromAt: Parameters<typeof minuteText>[0]; untilAt: Parameters<typeof minuteText>[0] }) => [
  minuteText(p.fromAt),
  minuteText(p.untilAt),
]

describe('the promise of the shop', () => {
  test('ordered before the cut-off, it can be collected this evening', () => {
    const [pickup] = promises(at(15, 59), hours, [])
    expect(pickup).toMatchObject({ kind: 'pickup', feeFen: 0, freeOverFen: null, orderBeforeAt: at(16) })
    expect(window(pickup!)).toEqual(['11-22 17:30', '11-22 20:30'])
  })

  test('at the cut-off itself it is tomorrow', () => {
    const [pickup] = promises(at(16), hours, [])
    expect(pickup?.orderBeforeAt).toBe(at(16) + DAY)
    expect(window(pickup!)).toEqual(['11-23 17:30', '11-23 20:30'])
  })

  test('hours before the cut-off mean the next morning', () => {
    const [pickup] = promises(at(12), { orderBeforeMinute: 20 * 60, readyFromMinute: 420, readyUntilMinute: 600 }, [])
    expect(window(pickup!)).toEqual(['11-23 07:00', '11-23 10:00'])
  })

  test('a window may end past midnight', () => {
    const [pickup] = promises(at(12), { ...hours, readyUntilMinute: 30 }, [])
    expect(window(pickup!)).toEqual(['11-22 17:30', '11-23 00:30'])
  })

  test('a parcel arrives one to three days after it leaves', () => {
    const [, parcel] = promises(at(12), hours, [express])
    expect(parcel).toMatchObject({ kind: 'express', feeFen: 1000, freeOverFen: 9900 })
    expect(window(parcel!)).toEqual(['11-23 00:00', '11-25 23:59'])
  })

  test('a region has its own fee, and where nobody delivers nothing is promised', () => {
    const feesIn = (district?: string) =>
      promises(at(12), hours, [local], district === undefined ? undefined : shanghai(district)).map((p) => [
        p.kind,
        p.feeFen,
        p.freeOverFen,
      ])
    expect(feesIn()).toEqual([
      ['pickup', 0, null],
      ['local', 500, 5900],
    ])
    expect(feesIn('浦东新区')[1]).toEqual(['local', 900, null])
    const elsewhere = promises(at(12), hours, [local], { province: '浙江省', city: '杭州市', district: '西湖区' })
    expect(elsewhere.map((p) => p.kind)).toEqual(['pickup'])
  })

  test('the first template of a kind counts', () => {
    expect(promises(at(12), hours, [{ ...local, feeFen: fen(300) }, local])[1]?.feeFen).toBe(300)
  })

  test('"today" ends with the cut-off and starts at midnight in the shop', () => {
    expect(cutOffToday(at(0), hours)).toBe(at(16))
    expect(cutOffToday(at(16), hours)).toBeNull()
    expect(cutOffToday(at(23, 59), hours)).toBeNull()
  })

  test('at every moment and with any hours: ordering closes ahead of now, goods are ready after that, and within two days', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        minute,
        minute,
        minute,
        (now, orderBeforeMinute, readyFromMinute, readyUntilMinute) => {
          const set = { orderBeforeMinute, readyFromMinute, readyUntilMinute }
          for (const p of promises(epochMs(now), set, [local, express])) {
            expect(p.orderBeforeAt).toBeGreaterThan(now)
            expect(p.orderBeforeAt - now).toBeLessThanOrEqual(DAY)
            expect(p.untilAt).toBeGreaterThan(p.fromAt)
            if (p.kind === 'express') continue
            expect(p.fromAt).toBeGreaterThanOrEqual(p.orderBeforeAt)
            expect(p.fromAt - p.orderBeforeAt).toBeLessThanOrEqual(DAY)
          }
          expect(shopClock(nextCutOff(epochMs(now), set)).minute).toBe(orderBeforeMinute % 60)
        },
      ),
    )
  })
})
