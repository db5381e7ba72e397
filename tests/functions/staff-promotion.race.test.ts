/** Staff hand out, print and change while shoppers claim, redeem and buy: no budget and no share is passed, and nobody meets a fault. */
import { sql } from 'kysely'
import type { CouponTemplateId, MemberId } from '@/domain/ids'
import { DAY, HOUR, later } from '@/domain/time'
import { dataOf, openShop, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'
import { place, readyToBuy } from '../support/shop/buying'
import { aFlashSlot, aTemplate, expectDealsAgree } from '../support/shop/deals'
import { expectNoDeadlocks, many, tally } from '../support/shop/races'

let shop: Shop
let staff: StaffSeat
beforeAll(async () => {
  shop = await openShop({ embedded: false })
  staff = await shop.aStaff({ role: 'operations' })
})
afterAll(async () => {
  await expectNoDeadlocks(shop)
  await shop.close()
})
afterEach(() => expectDealsAgree(shop))

/** People come one after the other, or one batch would be through before anybody changes anything. */
const crowd = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  many(n, async (i) => {
    await new Promise((resolve) => setTimeout(resolve, i * 3))
    return work(i)
  })

const request = (() => {
  let n = 0
  return () => `request-in-race-${String(++n).padStart(6, '0')}`
})()
const grant = (templateId: CouponTemplateId, memberIds: MemberId[], requestId = request()) =>
  shop.call('staff-promotion', 'grant', { templateId, memberIds, requestId, reason: '开业答谢' }, staff)
const makeCodes = (templateId: CouponTemplateId, count: number, requestId = request()) =>
  shop.call('staff-promotion', 'makeCodes', { templateId, count, requestId }, staff)
const bookOf = async (templateId: CouponTemplateId) => {
  const { rows } = await sql<{ issued: number; coupons: number; codes: number; batches: number }>`
    select t.issued, (select count(*)::int from coupon where template_id = t.id) as coupons,
      (select count(*)::int from coupon_code where template_id = t.id) as codes,
      (select count(distinct batch)::int from coupon_code where template_id = t.id) as batches
    from coupon_template t where t.id = ${templateId}`.execute(shop.deps.db)
  return rows[0]
}

describe('coupons', () => {
  test('the same grant sent ten times at once gives each of its people one, and writes one line a person', async () => {
    const templateId = await aTemplate(shop, { budget: 100, perPerson: 3 })
    const people = await many(5, () => shop.aMember())
    const requestId = request()
    const replies = await many(10, () => grant(templateId, people, requestId))
    expect(replies.map((reply) => dataOf(reply).granted)).toEqual(Array(10).fill(5))
    expect(await bookOf(templateId)).toMatchObject({ issued: 5, coupons: 5 })
    const trail = await shop.deps.db.selectFrom('audit').select('id').where('subject', 'in', people).execute()
    expect(trail).toHaveLength(5)
  })

  test('twelve grants at once to the same people, and their own claims: nobody has more than one person may', async () => {
    const templateId = await aTemplate(shop, { budget: 500, perPerson: 2 })
    const people = await many(6, () => shop.aMember())
    const [grants] = await Promise.all([
      many(12, (i) => grant(templateId, i % 2 ? people : [...people].reverse())),
      many(18, (i) => shop.call('coupon', 'claim', { templateId }, people[i % 6] as MemberId)),
    ])
    expect(tally(grants)).toEqual({ ok: 12 })
    expect(await bookOf(templateId)).toMatchObject({ issued: 12, coupons: 12 })
  })

  test('grants, claims and codes draw on one budget, which is never passed', async () => {
    const templateId = await aTemplate(shop, { budget: 20 })
    const [given, claiming] = [await many(24, () => shop.aMember()), await many(12, () => shop.aMember())]
    const [grants, claims, prints] = await Promise.all([
      many(8, (i) => grant(templateId, given.slice(i * 3, i * 3 + 3))),
      many(12, (i) => shop.call('coupon', 'claim', { templateId }, claiming[i] as MemberId)),
      many(6, () => makeCodes(templateId, 5)),
    ])
    const granted = grants.reduce((sum, reply) => sum + dataOf(reply).granted, 0)
    const claimed = tally(claims)
    expect(granted + (claimed['ok'] ?? 0)).toBe(20)
    expect((claimed['ok'] ?? 0) + (claimed['coupon.sold-out'] ?? 0)).toBe(12)
    const printed = tally(prints)
    expect((printed['ok'] ?? 0) + (printed['template.codes-above-budget'] ?? 0)).toBe(6)
    expect(await bookOf(templateId)).toMatchObject({ issued: 20, coupons: 20 })
  })

  test('the same batch asked for ten times at once is printed once; ten batches never promise more than there is', async () => {
    const [one, ten] = [await aTemplate(shop, { budget: 30 }), await aTemplate(shop, { budget: 30 })]
    const requestId = request()
    const replies = await many(10, () => makeCodes(one, 20, requestId))
    expect(new Set(replies.map((reply) => JSON.stringify(dataOf(reply).codes))).size).toBe(1)
    expect(await bookOf(one)).toMatchObject({ codes: 20, batches: 1 })
    expect(tally(await many(10, () => makeCodes(ten, 7)))).toEqual({ ok: 4, 'template.codes-above-budget': 6 })
    expect(await bookOf(ten)).toMatchObject({ codes: 28, batches: 4 })
  })
})

describe('a flash slot that is changed while it is bought', () => {
  const aSlot = async (stockShare: number) => {
    const { pickupPointId, skuId, productId } = await readyToBuy(shop, { priceFen: 2_000, stock: 200 })
    const slotId = await aFlashSlot(shop, { skuId, productId }, { stockShare, perPerson: 1 })
    const slotOf = async () =>
      shop.deps.db.selectFrom('flash_slot').selectAll().where('id', '=', slotId).executeTakeFirstOrThrow()
    const itemOf = async () => shop.deps.db.selectFrom('flash_item').selectAll().where('slot_id', '=', slotId).execute()
    const buy = (memberId: MemberId) =>
      place(shop, memberId, {
        basket: [{ skuId, quantity: 1 }],
        ...{ pickupPointId, totalFen: 990, flashSlotId: slotId },
      })
    const save = async (items: { skuId: typeof skuId; flashFen: number; stockShare: number; perPerson: number }[]) =>
      shop.call(
        'staff-promotion',
        'saveSlot',
        {
          ...{ slotId, version: (await slotOf()).version, name: '十点场', items },
          startsAt: later(shop.clock.now(), -HOUR),
          endsAt: later(shop.clock.now(), DAY),
        },
        staff,
      )
    return { skuId, itemOf, buy, save }
  }

  test('its share is cut and raised ten times under sixty buyers: what was sold is always within it', async () => {
    const { skuId, itemOf, buy, save } = await aSlot(20)
    const people = await many(60, () => shop.aMember())
    const [bought, saved] = await Promise.all([
      crowd(60, (i) => buy(people[i] as MemberId)),
      (async () => {
        const replies = []
        for (const stockShare of [5, 30, 2, 25, 10, 40, 1, 35, 20, 30])
          replies.push(await save([{ skuId, flashFen: 990, stockShare, perPerson: 1 }]))
        return replies
      })(),
    ])
    const sold = tally(bought)['ok'] ?? 0
    expect(Object.keys({ ...tally(bought), ...tally(saved) }).filter((code) => code.startsWith('fault'))).toEqual([])
    expect(tally(saved)['ok']).toBeGreaterThan(0)
    const [item] = await itemOf()
    expect(item?.taken).toBe(sold)
    expect(sold).toBeLessThanOrEqual(item?.stock_share ?? 0)
    expect(await shop.availableOf(skuId)).toBe(200 - sold)
  })

  test('a SKU that is taken out in the first moment was bought by nobody, or stays in', async () => {
    for (let round = 0; round < 6; round++) {
      const [{ itemOf, buy, save, skuId }, other] = [await aSlot(20), await readyToBuy(shop, { priceFen: 2_000 })]
      const people = await many(8, () => shop.aMember())
      const [bought, saved] = await Promise.all([
        crowd(8, (i) => buy(people[i] as MemberId)),
        save([{ skuId: other.skuId, flashFen: 990, stockShare: 5, perPerson: 1 }]),
      ])
      const sold = tally(bought)['ok'] ?? 0
      expect(Object.keys({ ...tally(bought), ...tally([saved]) }).filter((c) => c.startsWith('fault'))).toEqual([])
      expect((await itemOf()).map((item) => [item.sku_id, item.taken])).toEqual(
        saved.ok ? [[other.skuId, 0]] : [[skuId, sold]],
      )
      if (saved.ok) expect(sold).toBe(0)
    }
  })
})
