/** Coupons, promotions, flash slots and assist campaigns through the staff's door: who may, what is refused, what is left in the trail. */
import type { CallInput } from '@/contract/index'
import type { CouponTemplateId, MemberId } from '@/domain/ids'
import { writeRules } from '@/domain/assist/rule-text'
import { fen } from '@/domain/money'
import { DAY, HOUR, MINUTE, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import { anAsking, anAssistCampaign, friendsHelp, start } from '../support/shop/assisting'
import type { StaffSeat } from '../support/shop/builders'
import { aPaidOrder } from '../support/shop/buying'
import { aTemplate } from '../support/shop/deals'

let shop: Shop
let staff: StaffSeat
let packer: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ name: '何小满', role: 'operations' })
  packer = await shop.aStaff({ name: '周拣货', role: 'warehouse' })
})
afterAll(() => shop.close())

const trail = (subject: string) =>
  shop.deps.db.selectFrom('audit').selectAll().where('subject', '=', subject).orderBy('id').execute()

type TemplateIn = CallInput<'staff-promotion', 'saveTemplate'>
const template = (wish: Partial<TemplateIn> = {}): TemplateIn => ({
  name: '满 49 减 8',
  offer: { kind: 'amount', offFen: 800 },
  thresholdFen: 4900,
  scope: { kind: 'all' },
  combines: [],
  isClaimable: true,
  claimFromAt: null,
  claimUntilAt: null,
  validity: { kind: 'days', days: 7 },
  budget: 500,
  perPerson: 1,
  perDay: null,
  ...wish,
})
const saveTemplate = (input: TemplateIn, as = staff) => shop.call('staff-promotion', 'saveTemplate', input, as)
const moveTemplate = (
  { template: { id }, version }: { template: { id: CouponTemplateId }; version: number },
  act: CallInput<'staff-promotion', 'moveTemplate'>['act'],
) => shop.call('staff-promotion', 'moveTemplate', { templateId: id, version, act }, staff)
const aLive = async (wish: Partial<TemplateIn> = {}) =>
  dataOf(await moveTemplate(dataOf(await saveTemplate(template(wish))), 'publish'))
const request = (n: number): string => `request-of-test-${String(n).padStart(6, '0')}`

describe('a coupon template', () => {
  test('begins as a draft, is published, changed under its version, rests and ends, each with its trail', async () => {
    const draft = dataOf(await saveTemplate(template()))
    expect(draft).toMatchObject({ version: 0, acts: ['publish', 'end'], burn: { issued: 0, budget: 500 } })
    expect(draft.burn.mostCostFen).toBe(400_000)
    const live = dataOf(await moveTemplate(draft, 'publish'))
    const edit = { ...template({ thresholdFen: 5500 }), templateId: live.template.id, version: live.version }
    const changed = dataOf(await saveTemplate(edit))
    expect(changed.template.thresholdFen).toBe(5500)
    expect(refusalOf(await saveTemplate(edit))).toEqual({ code: 'deal.changed' })
    expect(refusalOf(await moveTemplate(live, 'pause'))).toEqual({ code: 'deal.changed' })
    const ended = dataOf(await moveTemplate(dataOf(await moveTemplate(changed, 'pause')), 'end'))
    expect(refusalOf(await moveTemplate(ended, 'publish'))).toEqual({ code: 'deal.act-not-open', act: 'publish' })
    expect((await trail(live.template.id)).map(({ action, before, after }) => [action, before, after])).toMatchObject([
      ['coupon.add', {}, { thresholdFen: 4900 }],
      ['coupon.publish', { campaignStatus: 'draft' }, { campaignStatus: 'live' }],
      ['coupon.change', { thresholdFen: 4900 }, { thresholdFen: 5500 }],
      ['coupon.pause', {}, {}],
      ['coupon.end', {}, {}],
    ])
  })

  test('with faults may be kept as a draft and not be published', async () => {
    const draft = dataOf(await saveTemplate(template({ thresholdFen: 800 })))
    const faults = [{ code: 'threshold.below-off', offFen: 800 }]
    expect(refusalOf(await moveTemplate(draft, 'publish'))).toEqual({ code: 'template.faults', faults })
    const live = await aLive()
    const edit = { ...template({ thresholdFen: 800 }), templateId: live.template.id, version: live.version }
    expect(refusalOf(await saveTemplate(edit))).toEqual({ code: 'template.faults', faults })
  })

  test('is read by those who pack and changed by those who run the shop', async () => {
    dataOf(await shop.call('staff-promotion', 'templates', {}, packer))
    expect(refusalOf(await saveTemplate(template(), packer)).code).toBe('role.required')
    expect(refusalOf(await shop.call('staff-promotion', 'templates', {}, 'stranger')).code).toBe('sign-in.required')
  })

  test('is found by a part of its name or by its id, however many are newer', async () => {
    const old = dataOf(await saveTemplate(template({ name: '老街 5%_券' })))
    shop.clock.advance(MINUTE)
    for (let n = 0; n < 6; n++) await saveTemplate(template({ name: `新券 ${n}` }))
    const list = async (input: CallInput<'staff-promotion', 'templates'>) => {
      const { rows, total } = dataOf(await shop.call('staff-promotion', 'templates', { pageSize: 5, ...input }, staff))
      return [rows.map((row) => row.template.name), total]
    }
    expect((await list({}))[0]).not.toContain('老街 5%_券')
    expect(await list({ text: '5%_' })).toEqual([['老街 5%_券'], 1])
    expect(await list({ text: '新券' })).toEqual([expect.any(Array), 6])
    expect(await list({ ids: [old.template.id] })).toEqual([['老街 5%_券'], 1])
  })

  test('is granted once a request and member, within budget and one person’s limit', async () => {
    const { template: made } = await aLive({ budget: 2 })
    const people: MemberId[] = [await shop.aMember(), await shop.aMember(), await shop.aMember()]
    const input = { templateId: made.id, memberIds: people, requestId: request(1), reason: '开业答谢' }
    const first = dataOf(await shop.call('staff-promotion', 'grant', input, staff))
    expect(first.granted).toBe(2)
    expect(first.refused).toEqual([{ memberId: people[2], code: 'coupon.sold-out' }])
    const again = dataOf(await shop.call('staff-promotion', 'grant', input, staff))
    expect(again).toEqual(first)
    const other = { ...input, memberIds: [people[0] as MemberId], requestId: request(2) }
    expect(dataOf(await shop.call('staff-promotion', 'grant', other, staff)).refused).toEqual([
      { memberId: people[0], code: 'coupon.limit-reached' },
    ])
    const open = dataOf(await shop.call('staff-promotion', 'template', { templateId: made.id }, staff))
    expect(open.coupons).toHaveLength(2)
    expect(await trail(people[0] as string)).toMatchObject([{ action: 'coupon.grant', after: { reason: '开业答谢' } }])

    const [coupon] = open.coupons
    const taken = { couponId: coupon?.id as NonNullable<typeof coupon>['id'], reason: '发错了' }
    expect(dataOf(await shop.call('staff-promotion', 'voidCoupon', taken, staff)).state).toBe('voided')
    expect(refusalOf(await shop.call('staff-promotion', 'voidCoupon', taken, staff)).code).toBe('deal.act-not-open')
    const edit = { ...template({ budget: 1 }), templateId: made.id, version: open.version }
    expect(refusalOf(await saveTemplate(edit))).toEqual({ code: 'template.budget-below-issued', issued: 2 })
  })

  test('has codes, the same for the same request, never more than coupons, each good once', async () => {
    const { template: made } = await aLive({ budget: 5, isClaimable: false })
    const input = { templateId: made.id, count: 4, requestId: request(3) }
    const { codes } = dataOf(await shop.call('staff-promotion', 'makeCodes', input, staff))
    expect(new Set(codes).size).toBe(4)
    expect(dataOf(await shop.call('staff-promotion', 'makeCodes', input, staff)).codes).toEqual(codes)
    const more = { ...input, count: 2, requestId: request(4) }
    expect(refusalOf(await shop.call('staff-promotion', 'makeCodes', more, staff))).toEqual({
      code: 'template.codes-above-budget',
      left: 1,
    })
    const [code] = codes
    dataOf(await shop.call('coupon', 'redeem', { code: code ?? '' }, await shop.aMember()))
    expect(refusalOf(await shop.call('coupon', 'redeem', { code: code ?? '' }, await shop.aMember())).code).toBe(
      'code.used',
    )
  })
})

describe('a promotion', () => {
  type In = CallInput<'staff-promotion', 'savePromotion'>
  const promotion = (wish: Partial<In> = {}): In => ({
    name: '满 99 减 10',
    scope: { kind: 'all' },
    startsAt: shop.clock.now(),
    endsAt: later(shop.clock.now(), 7 * DAY),
    body: { kind: 'order', tiers: [{ overFen: 9900, offFen: 1000 }], combines: ['line'] },
    ...wish,
  })
  const save = (input: In) => shop.call('staff-promotion', 'savePromotion', input, staff)
  const move = async (row: { promotion: { id: string }; version: number }, act: 'publish' | 'end') =>
    shop.call(
      'staff-promotion',
      'movePromotion',
      { promotionId: row.promotion.id as never, version: row.version, act },
      staff,
    )

  test('goes live only without faults; the order of all is part of the rule', async () => {
    expect(refusalOf(await save(promotion({ endsAt: shop.clock.now() })))).toEqual({ code: 'deal.dates' })
    const tiers = [
      { overFen: 9900, offFen: 1000 },
      { overFen: 9000, offFen: 2000 },
    ]
    const wrong = dataOf(await save(promotion({ body: { kind: 'order', tiers, combines: [] } })))
    expect(refusalOf(await move(wrong, 'publish'))).toMatchObject({
      code: 'promotion.faults',
      faults: [{ code: 'tiers.not-rising', at: 1 }],
    })
    dataOf(await move(wrong, 'end'))
    const a = dataOf(await save(promotion({ name: '一' })))
    const b = dataOf(await save(promotion({ name: '二' })))
    const live = dataOf(await move(a, 'publish'))
    expect(live).toMatchObject({ status: 'live', orders: 0, acts: ['pause', 'end'] })
    const arrange = (ids: readonly string[]) =>
      shop.call('staff-promotion', 'arrangePromotions', { promotionIds: ids as never }, staff)
    expect(refusalOf(await arrange([a.promotion.id]))).toEqual({ code: 'deal.changed' })
    dataOf(await arrange([b.promotion.id, a.promotion.id]))
    const { rows } = dataOf(await shop.call('staff-promotion', 'promotions', {}, staff))
    expect(rows.map(({ promotion: { name } }) => name)).toEqual(['二', '一', '满 99 减 10'])
    const found = dataOf(await shop.call('staff-promotion', 'promotions', { text: '二', pageSize: 5 }, staff))
    expect(found).toMatchObject({ total: 1, rows: [{ promotion: { name: '二' } }] })
    expect(found.order).toEqual([b.promotion.id, a.promotion.id])
    const one = { promotionId: b.promotion.id }
    expect(dataOf(await shop.call('staff-promotion', 'promotion', one, staff)).promotion.name).toBe('二')
    const none = { promotionId: shop.deps.newId('prm') }
    expect(refusalOf(await shop.call('staff-promotion', 'promotion', none, staff))).toEqual({ code: 'deal.unknown' })
    dataOf(await move(live, 'end'))
  })
})

describe('a flash slot', () => {
  test('sells below every other price, once at a time, and never less than is taken', async () => {
    const { skuId } = await shop.aProduct({
      skus: [{ options: ['500g'], priceFen: 3590, memberPriceFen: 3390, stock: 50 }],
    })
    const input: CallInput<'staff-promotion', 'saveSlot'> = {
      name: '晚市场',
      startsAt: shop.clock.now(),
      endsAt: later(shop.clock.now(), 4 * HOUR),
      items: [{ skuId, flashFen: 2990, stockShare: 20, perPerson: 2 }],
    }
    const save = (wish: Partial<typeof input> = {}) =>
      shop.call('staff-promotion', 'saveSlot', { ...input, ...wish }, staff)
    const priced = (flashFen: number) => save({ items: [{ skuId, flashFen, stockShare: 20, perPerson: 2 }] })
    expect(refusalOf(await priced(3390))).toEqual({ code: 'flash.price-not-lower', skuId, saleFen: 3390 })
    const draft = dataOf(await save())
    const publish = ({ id, version }: { id: typeof draft.id; version: number }) =>
      shop.call('staff-promotion', 'moveSlot', { slotId: id, version, act: 'publish' }, staff)
    const live = dataOf(await publish(draft))
    expect(live).toMatchObject({ status: 'live', phase: 'running', items: [{ saleFen: 3390, taken: 0 }] })
    const rival = dataOf(await save({ name: '加场' }))
    expect(refusalOf(await publish(rival))).toEqual({ code: 'flash.overlap', skuId, slotId: live.id, name: '晚市场' })
    await shop.deps.db.updateTable('flash_item').set({ taken: 7 }).where('slot_id', '=', live.id).execute()
    const less = { ...input, slotId: live.id, version: live.version }
    const cut = { ...less, items: [{ skuId, flashFen: 2990, stockShare: 6, perPerson: 2 }] }
    expect(refusalOf(await shop.call('staff-promotion', 'saveSlot', cut, staff))).toEqual({
      code: 'flash.share-below-taken',
      skuId,
      taken: 7,
    })
    expect((await trail(live.id)).map(({ action }) => action)).toEqual(['flash.add', 'flash.publish'])
  })
})

describe('an assist campaign', () => {
  type In = CallInput<'staff-promotion', 'saveAssist'>
  const hidden = { isClaimable: false }
  const campaign = async (wish: Partial<In> = {}): Promise<In> => {
    const templateId = await aTemplate(shop, { ...hidden, name: '果蔬券', thresholdFen: fen(4900) })
    const insteadTemplateId = await aTemplate(shop, { name: '普通券' })
    const helperTemplateId = null
    const coupons = { templateId, helperTemplateId, insteadTemplateId }
    const draft: In = {
      name: '冬日助力券',
      shareTitle: '帮我点一下',
      ruleText: '。',
      ...{ helpers: 3, lifeMinutes: 1440, budget: 500, startsPerHour: 60, ...coupons },
      startsAt: shop.clock.now(),
      endsAt: later(shop.clock.now(), 7 * DAY),
      ...wish,
    }
    if (wish.ruleText) return draft
    const saved = dataOf(await shop.call('staff-promotion', 'saveAssist', { ...draft, ...wish }, staff))
    return { ...draft, ruleText: writeRules(saved.draft), campaignId: saved.id, version: saved.version }
  }
  const save = (input: In) => shop.call('staff-promotion', 'saveAssist', input, staff)
  const move = ({ id, version }: { id: never; version: number }, act: 'publish' | 'pause') =>
    shop.call('staff-promotion', 'moveAssist', { campaignId: id, version, act }, staff)

  test('is published clean, and stays clean', async () => {
    const input = await campaign()
    const saved = dataOf(await save(input))
    expect(saved.findings.every(({ ok }) => ok)).toBe(true)
    const live = dataOf(await move(saved as never, 'publish'))
    expect(live).toMatchObject({ status: 'live', unlocked: 0, draft: { shareTitle: '帮我点一下' } })
    const edit = { ...input, campaignId: live.id, version: live.version }
    const no = refusalOf(await save({ ...edit, helpers: 5 }))
    expect(no.code).toBe('assist.rules')
    expect((await trail(live.id)).map(({ action }) => action)).toEqual([
      'assist.add',
      'assist.change',
      'assist.publish',
    ])
  })

  test('with five helpers, a drawn reward or one for sharing is refused, its clause first', async () => {
    const texts = {
      five: [{ helpers: 5 }, '5.1.8'],
      share: [{ ruleText: '分享到 3 个群立得 8 元券。' }, '5.1.1'],
      random: [{ ruleText: '3 位朋友助力后抽奖，最高得 88 元。' }, '5.1.5'],
    } as const
    for (const [wish, clause] of Object.values(texts)) {
      const saved = dataOf(await save(await campaign(wish)))
      const no = refusalOf(await move(saved as never, 'publish'))
      if (no.code !== 'assist.rules') throw new Error(no.code)
      expect(no.findings[0]?.clauses[0]).toBe(clause)
      expect(no.findings.every(({ ok }) => !ok)).toBe(true)
    }
    const drawn = dataOf(await save(await campaign(texts.random[0])))
    expect(
      drawn.findings.filter(({ ok, code }) => !ok && code === 'random').map(({ clauses }) => clauses[0]),
    ).toContain('5.1.6')
  })

  test('promises only coupons that can be had', async () => {
    const input = await campaign()
    await shop.deps.db
      .updateTable('coupon_template')
      .set({ status: 'paused' })
      .where('id', '=', input.templateId)
      .execute()
    const saved = dataOf(await save(input))
    expect(refusalOf(await move(saved as never, 'publish'))).toEqual({
      code: 'assist.template-off',
      role: 'reward',
      name: '果蔬券',
    })
  })

  test('stops with all others at the switch; a card is taken back with a reason; its funnel counts', async () => {
    const made = await anAssistCampaign(shop, { helpers: 1 })
    const asking = await anAsking(shop, made)
    await friendsHelp(shop, asking, 1)
    const id = { campaignId: made.campaignId }
    const open = dataOf(await shop.call('staff-promotion', 'assist', id, staff))
    expect(open.funnel.map(({ people }) => people)).toEqual([1, 1, 1, 1, 0])
    expect(open.cards).toMatchObject([{ id: asking.cardId, state: 'unlocked', couponState: 'claimed', helped: 1 }])
    const take = { cardId: asking.cardId, reason: '刷单' }
    expect(dataOf(await shop.call('staff-promotion', 'voidAssist', take, staff))).toMatchObject({
      state: 'voided',
      couponState: 'voided',
      voidReason: '刷单',
    })
    expect(refusalOf(await shop.call('staff-promotion', 'voidAssist', take, staff)).code).toBe('deal.act-not-open')
    const flip = (isOff: boolean) => shop.call('staff-promotion', 'switchAssists', { isOff, reason: '平台提醒' }, staff)
    dataOf(await flip(true))
    expect(refusalOf(await start(shop, made, await shop.aMember())).code).toMatch(/^assist\./)
    expect(dataOf(await shop.call('staff-promotion', 'assists', {}, packer)).isOff).toBe(true)
    dataOf(await flip(false))
    dataOf(await start(shop, made, await shop.aMember()))
  })
})

describe('a draft tried on last week', () => {
  test('says what it would have cost, and at which threshold nobody would have lost', async () => {
    const orders = [
      await aPaidOrder(shop, { priceFen: 5000, quantity: 1 }),
      await aPaidOrder(shop, { priceFen: 5000, quantity: 2 }),
    ]
    const skuIds = orders.map(({ skuId }) => skuId)
    await shop.deps.db.updateTable('sku').set({ cost_fen: 4500 }).where('id', 'in', skuIds).execute()
    shop.clock.advance(DAY + MINUTE)
    const input = { kind: 'coupon', template: template() } as const
    const { trial, worst } = dataOf(
      await shop.call('staff-promotion', 'tryDraft', input, await shop.aStaff({ role: 'auditor' })),
    )
    expect(trial).toMatchObject({ orders: 2, affected: 2, offFen: 1600, withoutCost: 0 })
    expect(trial.losses).toMatchObject({ orders: 1, isNew: 1, sumFen: -300 })
    expect(trial.saferThreshold).toMatchObject({ thresholdFen: 5100, affected: 1 })
    expect(worst[0]?.orderId).toBe(trial.losses.worst[0]?.orderId)
  })
})
