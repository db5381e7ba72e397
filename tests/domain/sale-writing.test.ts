/** What a new sale starts from, what a whole list sent back wants changed, and which sale a leader looks at. */
import * as fc from 'fast-check'
import type { PickupPointId, SaleId, SkuId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { editOf } from '@/domain/sale/edit-of'
import { editSale } from '@/domain/sale/edit'
import { priceFloor } from '@/domain/sale/floor'
import { leftoverOf, saleToLookAt, type SaleOnDesk } from '@/domain/sale/look-at'
import { fitLine, movedOn, proposedClocks } from '@/domain/sale/propose'
import { isLawfulHandOver, openSale, type PriceRange, type SaleLine, type SaleTerms } from '@/domain/sale/terms'
import { DAY, HOUR, MINUTE, epochMs, later, minuteText, shopClock, type EpochMs } from '@/domain/time'

const skuId = 'sku_berry' as SkuId
const [pointA, pointB] = ['pup_a' as PickupPointId, 'pup_b' as PickupPointId]
const aLine: SaleLine = { skuId, label: '草莓', priceFen: fen(2990), tiers: [], stockLimit: null, perPerson: null }
const range: PriceRange = { skuId, floorFen: fen(2000), shopFen: fen(3680), isOn: true }
/** Sunday 2026-11-22, midnight in the shop. */
const sunday = epochMs(Date.UTC(2026, 10, 21, 16))
const at = (hours: number): EpochMs => later(sunday, hours * HOUR)
const instants = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => later(sunday, minutes * MINUTE))
const anySale = (now: EpochMs): SaleTerms => ({
  ...{ title: '接龙', note: '', pickupPointIds: null, shortagePolicy: 'first-paid', lines: [aLine] },
  ...proposedClocks(now),
})

describe('the clocks of a new sale', () => {
  test.each([
    [10, '11-22 21:00', '11-23 17:30'],
    [20, '11-22 21:00', '11-23 17:30'],
    [20.1, '11-23 21:00', '11-24 17:30'],
    [23.9, '11-23 21:00', '11-24 17:30'],
  ])('at %s o’clock: until %s, handed over from %s', (hours, endsAt, from) => {
    const clocks = proposedClocks(at(hours))
    expect([minuteText(clocks.endsAt), minuteText(clocks.handOverFromAt)]).toEqual([endsAt, from])
  })

  test('are lawful at any moment', () => {
    fc.assert(fc.property(instants, (now) => expect(openSale(anySale(now), [range], now).ok).toBe(true)))
  })

  test('of a repeated sale are the next such evening, lawful at any moment', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -3, max: 120 }), (now, days) => {
        const earlier = proposedClocks(now)
        const today = later(now, days * DAY)
        const next = movedOn(earlier, today)
        expect(openSale({ ...anySale(now), ...next }, [range], today).ok).toBe(true)
        expect(isLawfulHandOver(next)).toBe(true)
        expect(shopClock(next.endsAt)).toMatchObject({ weekday: shopClock(earlier.endsAt).weekday, hour: 21 })
        expect(next.endsAt - Math.max(today, earlier.endsAt)).toBeLessThanOrEqual(7 * DAY + HOUR)
      }),
    )
  })

  test('on the evening itself, with an hour left, are of this evening; later of the next week', () => {
    const earlier = proposedClocks(later(at(10), -7 * DAY))
    expect(movedOn(earlier, at(20)).endsAt).toBe(at(21))
    expect(movedOn(earlier, at(20.5)).endsAt).toBe(later(at(21), 7 * DAY))
  })
})

describe('a line of an earlier sale', () => {
  const tiers = [
    { fromUnits: 20, priceFen: fen(2890) },
    { fromUnits: 50, priceFen: fen(2790) },
  ]
  test('stays as it was where the shop still allows it', () => {
    expect(fitLine({ ...aLine, tiers }, range)).toEqual({ ...aLine, tiers })
  })

  test('is left out where the product is gone', () => {
    expect(fitLine(aLine, undefined)).toBeNull()
    expect(fitLine(aLine, { ...range, isOn: false })).toBeNull()
  })

  test('may always open', () => {
    const prices = fc.integer({ min: 1, max: 5000 }).map((n) => fen(n))
    fc.assert(
      fc.property(prices, prices, prices, prices, prices, (shop, floor, price, first, second) => {
        const allowed = { ...range, shopFen: shop, floorFen: fen(Math.min(shop, floor)) }
        const line = {
          ...{ ...aLine, priceFen: price },
          tiers: [
            { fromUnits: 20, priceFen: first },
            { fromUnits: 50, priceFen: second },
          ],
        }
        const fit = fitLine(line, allowed)
        if (!fit) throw new Error('it is on sale')
        const now = at(10)
        expect(openSale({ ...anySale(now), lines: [fit] }, [allowed], now)).toEqual({ ok: true, value: 'open' })
      }),
    )
  })
})

describe('the floor', () => {
  test.each([
    [3680, null, 7000, 2576],
    [1999, null, 7000, 1399],
    [1995, null, 7000, 1397],
    [1995, null, null, 1397],
    [3680, 3000, 7000, 3000],
    [3680, 9000, 7000, 3680],
    [1, null, 1000, 0],
  ])('of %s with its own %s and a share of %s is %s', (shop, own, share, floor) => {
    expect(priceFloor(fen(shop), own === null ? null : fen(own), share)).toBe(floor)
  })
})

describe('a running sale sent back whole', () => {
  const is: SaleTerms = {
    ...anySale(at(10)),
    pickupPointIds: [pointA, pointB],
    lines: [{ ...aLine, stockLimit: 10, perPerson: 2, tiers: [{ fromUnits: 20, priceFen: fen(2890) }] }],
  }
  const line = is.lines[0] ?? aLine

  test('as it is wants nothing, in whatever order its points come', () => {
    expect(editOf(is, { ...is, pickupPointIds: [pointB, pointA] })).toEqual({
      ok: true,
      value: {},
    })
  })

  test('wants exactly what differs', () => {
    const wanted = { ...is, note: '车到了', endsAt: later(is.endsAt, HOUR), lines: [{ ...line, stockLimit: null }] }
    expect(editOf(is, wanted)).toEqual({
      ok: true,
      value: { note: '车到了', endsAt: wanted.endsAt, lines: [{ skuId, stockLimit: null, perPerson: 2 }] },
    })
    const edit = editOf(is, wanted)
    expect(edit.ok && editSale('open', is, edit.value, at(11))).toEqual({ ok: true, value: wanted })
  })

  test.each<[Partial<SaleTerms>, string]>([
    [{ title: '别的' }, 'terms'],
    [{ startsAt: at(9) }, 'terms'],
    [{ pickupPointIds: null }, 'terms'],
    [{ shortagePolicy: 'proportional' }, 'terms'],
    [{ lines: [] }, 'prices'],
    [{ lines: [line, { ...line, skuId: 'sku_egg' as SkuId }] }, 'prices'],
    [{ lines: [{ ...line, priceFen: fen(1) }] }, 'prices'],
    [{ lines: [{ ...line, label: '莓' }] }, 'prices'],
    [{ lines: [{ ...line, tiers: [] }] }, 'prices'],
  ])('with %j says that it is fixed', (change, field) => {
    expect(editOf(is, { ...is, ...change })).toEqual({ ok: false, refusal: { code: 'sale.fixed', field } })
  })
})

describe('the sale on the desk', () => {
  const sale = (id: string, state: SaleOnDesk['state'], hours: number, onShelf = 0): SaleOnDesk => ({
    ...{ id: id as SaleId, state, onShelf },
    ...{ endsAt: at(hours), handOverFromAt: at(hours + 20) },
  })
  const pick = (...sales: SaleOnDesk[]) => saleToLookAt(sales)?.id ?? null

  test('is the open one that ends first, else the one handed over first, else the newest', () => {
    expect(pick()).toBeNull()
    expect(pick(sale('b', 'open', 30), sale('a', 'open', 20), sale('c', 'delivered', 1, 5))).toBe('a')
    expect(pick(sale('b', 'picking', 10, 5), sale('a', 'delivered', 1, 5), sale('c', 'delivered', 0))).toBe('a')
    expect(pick(sale('b', 'draft', 10), sale('a', 'settled', 1))).toBe('b')
  })

  test('has bags of the latest evening beside it, never its own', () => {
    const all = [sale('c', 'delivered', 30, 1), sale('b', 'delivered', 20, 2), sale('a', 'delivered', 10, 0)]
    expect(leftoverOf(all, all[0] ?? null)?.id).toBe('b')
    expect(leftoverOf(all, null)?.id).toBe('c')
    expect(leftoverOf([sale('a', 'picking', 10, 4)], null)).toBeNull()
  })
})
