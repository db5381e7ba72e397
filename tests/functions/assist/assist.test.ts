/** Assist cards through the doors: starting, looking, the friend's tap with all its refusals, the end, and staff's word. */
import type { AssistCampaignId, AssistCardId, MemberId } from '@/domain/ids'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { forgetShop } from '../../../cloudfunctions/catalog/shop-memory'
import { voidAssistCard } from '../../../cloudfunctions/assist/void-card'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import {
  anAsking,
  anAssistCampaign,
  expectAssistBooksAgree,
  friendsHelp,
  help,
  mine,
  start,
  type AssistCampaign,
} from '../../support/shop/assisting'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => expectAssistBooksAgree(shop))

const tick = async () => void dataOf(await shop.call('jobs', 'run', {}, 'timer'))
const open = (code: string, as: MemberId | 'stranger' = 'stranger') =>
  shop.call('assist', 'open', { code, scene: 1007 }, as)
const setCampaign = (
  { campaignId }: AssistCampaign,
  set: { status?: 'paused' | 'ended'; ends_at?: Date; budget?: number },
) => shop.deps.db.updateTable('assist_campaign').set(set).where('id', '=', campaignId).execute()
const setSwitch = async (assistOff: boolean) => {
  await shop.deps.db
    .updateTable('store')
    .set({ settings: JSON.stringify({ assistOff }) })
    .execute()
  forgetShop(shop.deps)
}

describe('a campaign', () => {
  test('shows all its rules, both coupons and the ordinary one before anything happens, to strangers too', async () => {
    const { campaignId, insteadId } = await anAssistCampaign(shop)
    const { campaigns, mine: cards } = dataOf(await shop.call('assist', 'campaigns', {}))
    expect(campaigns.find(({ id }) => id === campaignId)).toMatchObject({
      reward: {
        name: '鲜蔬水果券',
        offer: { kind: 'amount', offFen: 800 },
        thresholdFen: 3900,
        validity: { kind: 'days', days: 7 },
      },
      helperReward: { name: '新邻居券', validity: { kind: 'days', days: 3 } },
      instead: { name: '普通券', templateId: insteadId },
      helpers: 3,
      lifeMs: DAY,
      left: 500,
      closed: null,
      rules: expect.arrayContaining(['每位朋友一天最多助力 3 次。']),
    })
    expect(cards).toEqual([])
  })

  test('a draft is nobody’s business, and one that is over is not listed', async () => {
    const draft = await anAssistCampaign(shop, { status: 'draft' })
    const ended = await anAssistCampaign(shop, { status: 'ended' })
    const ids = dataOf(await shop.call('assist', 'campaigns', {})).campaigns.map(({ id }) => id)
    expect(ids).not.toContain(draft.campaignId)
    expect(ids).not.toContain(ended.campaignId)
    expect(refusalOf(await start(shop, draft, await shop.aMember()))).toEqual({ code: 'assist.unknown' })
  })

  test('an ordinary coupon that one has is not offered again', async () => {
    const { campaignId, insteadId } = await anAssistCampaign(shop)
    const memberId = await shop.aMember()
    dataOf(await shop.call('coupon', 'claim', { templateId: insteadId }, memberId))
    const { campaigns } = dataOf(await shop.call('assist', 'campaigns', {}, memberId))
    expect(campaigns.find(({ id }) => id === campaignId)?.instead).toBeNull()
  })
})

describe('starting', () => {
  test('makes a card with its full life; starting again answers the same card', async () => {
    const campaign = await anAssistCampaign(shop)
    const owner = await shop.aMember()
    const card = dataOf(await start(shop, campaign, owner))
    const startedAt = shop.clock.now()
    expect(card).toMatchObject({ state: 'collecting', missing: 3, helpers: [], startedAt, deadlineAt: startedAt + DAY })
    shop.clock.advance(HOUR)
    expect(dataOf(await start(shop, campaign, owner)).id).toBe(card.id)
    expect(dataOf(await shop.call('assist', 'campaigns', {}, owner)).mine.map(({ id }) => id)).toEqual([card.id])
  })

  test.each([
    ['paused', (campaign: AssistCampaign) => setCampaign(campaign, { status: 'paused' }), 'assist.paused'],
    ['ended', (campaign: AssistCampaign) => setCampaign(campaign, { status: 'ended' }), 'assist.over'],
    [
      'past its end',
      (campaign: AssistCampaign) => setCampaign(campaign, { ends_at: new Date(shop.clock.now()) }),
      'assist.over',
    ],
    ['without coupons left', (campaign: AssistCampaign) => setCampaign(campaign, { budget: 0 }), 'assist.sold-out'],
  ])('is refused in a campaign that is %s', async (_, make, code) => {
    const campaign = await anAssistCampaign(shop)
    await make(campaign)
    expect(refusalOf(await start(shop, campaign, await shop.aMember()))).toEqual({ code })
  })

  test('waits for the next full hour where this one is used up', async () => {
    const campaign = await anAssistCampaign(shop, { startsPerHour: 1 })
    await anAsking(shop, campaign)
    const againAt = Math.floor(shop.clock.now() / HOUR) * HOUR + HOUR
    const late = await shop.aMember()
    expect(refusalOf(await start(shop, campaign, late))).toEqual({ code: 'assist.busy', againAt })
    shop.clock.set(againAt as ReturnType<typeof shop.clock.now>)
    dataOf(await start(shop, campaign, late))
  })

  test('is once for whoever unlocked it; after one that ran out another may be started, before the clock has come by', async () => {
    const campaign = await anAssistCampaign(shop, { lifeMinutes: 10 })
    const asking = await anAsking(shop, campaign)
    shop.clock.advance(10 * MINUTE)
    const again = dataOf(await start(shop, campaign, asking.ownerId))
    expect([again.id === asking.cardId, (await mine(shop, asking)).state]).toEqual([false, 'expired'])
    const done = await anAsking(shop, campaign)
    await friendsHelp(shop, done, 3)
    expect(refusalOf(await start(shop, campaign, done.ownerId))).toEqual({ code: 'assist.had-one' })
  })

  test('another campaign with the same coupon gives nobody a second one', async () => {
    const first = await anAssistCampaign(shop)
    const second = await anAssistCampaign(shop, { templateId: first.templateId })
    const asking = await anAsking(shop, first)
    await friendsHelp(shop, asking, 3)
    expect(refusalOf(await start(shop, second, asking.ownerId))).toEqual({ code: 'assist.had-one' })
  })
})

describe('a friend’s tap', () => {
  test('counts at once, gives the friend their own coupon, and the third unlocks the owner’s', async () => {
    const asking = await anAsking(shop, await anAssistCampaign(shop), await shop.aMember({ name: '小美' }))
    const friend = await shop.aMember({ name: '林晓' })
    expect(dataOf(await open(asking.code, friend))).toMatchObject({
      owner: { name: '小*', isYou: false },
      you: { shownAs: '林*', hasHelped: false, helpsLeft: 3, coupon: null },
      why: null,
    })
    const after = dataOf(await help(shop, asking, friend))
    expect(after).toMatchObject({
      card: { state: 'collecting', missing: 2, version: 1, helpers: [{ name: '林*' }] },
      you: { hasHelped: true, helpsLeft: 2, coupon: { name: '新邻居券', source: 'assist-helper', state: 'claimed' } },
      why: 'assist.already-helped',
    })
    // what was answered is what is there
    expect(dataOf(await open(asking.code, friend))).toEqual(after)
    await friendsHelp(shop, asking, 2)
    expect(await mine(shop, asking)).toMatchObject({
      state: 'unlocked',
      missing: 0,
      coupon: { name: '鲜蔬水果券', source: 'assist', state: 'claimed' },
    })
    const wallet = dataOf(await shop.call('coupon', 'mine', {}, asking.ownerId))
    expect(wallet.items.map(({ name }) => name)).toEqual(['鲜蔬水果券'])
  })

  test('the owner’s page is told by its pulse, and by nothing while nothing changed', async () => {
    const asking = await anAsking(shop, await anAssistCampaign(shop))
    const watch = async (version: number) =>
      dataOf(await shop.call('assist', 'watch', { cardId: asking.cardId, version }, asking.ownerId)).view
    expect(await watch(0)).toBeNull()
    await friendsHelp(shop, asking, 1)
    expect(await watch(0)).toMatchObject({ version: 1, missing: 2 })
    expect(await watch(1)).toBeNull()
  })

  test('says to a stranger what it would do, and asks them in for the tap itself', async () => {
    const asking = await anAsking(shop, await anAssistCampaign(shop))
    expect(dataOf(await open(asking.code))).toMatchObject({ you: null, why: null })
    expect(refusalOf(await help(shop, asking, 'stranger'))).toEqual({ code: 'sign-in.required' })
  })

  test('is refused on one’s own card, on a second card of the campaign, and the fourth time that day', async () => {
    const campaign = await anAssistCampaign(shop)
    const [asking, other] = [await anAsking(shop, campaign), await anAsking(shop, campaign)]
    expect(refusalOf(await help(shop, asking, asking.ownerId))).toEqual({ code: 'assist.own-card' })
    expect(dataOf(await open(asking.code, asking.ownerId))).toMatchObject({
      owner: { isYou: true },
      why: 'assist.own-card',
    })
    const [friend] = (await friendsHelp(shop, asking, 1)) as [MemberId]
    expect(refusalOf(await help(shop, other, friend))).toEqual({ code: 'assist.already-helped' })
    for (let n = 0; n < 2; n++) dataOf(await help(shop, await anAsking(shop, await anAssistCampaign(shop)), friend))
    const fourth = await anAsking(shop, await anAssistCampaign(shop))
    expect(refusalOf(await help(shop, fourth, friend))).toEqual({ code: 'assist.day-limit', limit: 3 })
    shop.clock.advance(16 * HOUR)
    dataOf(await help(shop, fourth, friend))
  })

  test('is refused when all is there, over, paused, sold out, or stopped by the switch', async () => {
    const campaign = await anAssistCampaign(shop, { helpers: 1, lifeMinutes: 60 })
    const [done, late, waiting] = [
      await anAsking(shop, campaign),
      await anAsking(shop, campaign),
      await anAsking(shop, campaign),
    ]
    const friend = await shop.aMember()
    await friendsHelp(shop, done, 1)
    expect(refusalOf(await help(shop, done, friend))).toEqual({ code: 'assist.unlocked' })
    await setSwitch(true)
    expect(refusalOf(await help(shop, waiting, friend))).toEqual({ code: 'assist.paused' })
    expect(dataOf(await open(waiting.code, friend)).campaign.closed).toBe('paused')
    expect(refusalOf(await start(shop, campaign, friend))).toEqual({ code: 'assist.paused' })
    await setSwitch(false)
    await setCampaign(campaign, { status: 'paused' })
    expect(refusalOf(await help(shop, waiting, friend))).toEqual({ code: 'assist.paused' })
    // the end of a campaign stops new cards, not promises made
    await setCampaign(campaign, { status: 'ended' })
    await setCampaign(campaign, { budget: 1 })
    expect(refusalOf(await help(shop, waiting, friend))).toEqual({ code: 'assist.sold-out' })
    await setCampaign(campaign, { budget: 2 })
    dataOf(await help(shop, waiting, friend))
    shop.clock.advance(HOUR)
    expect(refusalOf(await help(shop, late, await shop.aMember()))).toEqual({ code: 'assist.over' })
  })

  test('of somebody WeChat holds for risky is refused politely; no word from WeChat refuses nobody', async () => {
    const campaign = await anAssistCampaign(shop)
    const asking = await anAsking(shop, campaign)
    shop.wechat.say({ risk: 3 })
    const risky = await shop.aMember({ openid: 'o-risky' })
    expect(refusalOf(await help(shop, asking, risky))).toEqual({ code: 'assist.not-now' })
    expect(refusalOf(await start(shop, campaign, risky))).toEqual({ code: 'assist.not-now' })
    shop.wechat.say({ risk: 0 })
    shop.wechat.setDown(true)
    dataOf(await help(shop, asking, await shop.aMember({ openid: 'o-unheard' })))
    shop.wechat.setDown(false)
    const asked = shop.wechat.callsTo('userRiskRank').length
    dataOf(await open(asking.code, await shop.aMember({ openid: 'o-looks' })))
    expect(shop.wechat.callsTo('userRiskRank')).toHaveLength(asked)
  })

  test('tried twenty times in an hour where it is refused is no longer a person’s', async () => {
    const campaign = await anAssistCampaign(shop)
    const [first, other] = [await anAsking(shop, campaign), await anAsking(shop, campaign)]
    const [friend] = (await friendsHelp(shop, first, 1)) as [MemberId]
    for (let n = 0; n < 20; n++) await help(shop, other, friend)
    const fresh = await anAsking(shop, await anAssistCampaign(shop))
    expect(refusalOf(await help(shop, fresh, friend))).toEqual({ code: 'assist.not-now' })
    shop.clock.advance(HOUR)
    dataOf(await help(shop, fresh, friend))
  })

  test('still counts where no coupon is left for the friend, and never promises one', async () => {
    for (const helperBudget of [0, null]) {
      const asking = await anAsking(shop, await anAssistCampaign(shop, { helperBudget }))
      const friend = await shop.aMember()
      expect(dataOf(await open(asking.code, friend)).campaign.helperReward).toBeNull()
      expect(dataOf(await help(shop, asking, friend))).toMatchObject({ card: { missing: 2 }, you: { coupon: null } })
    }
  })
})

describe('the end', () => {
  test('comes with the clock: what was reached is said, the ordinary coupon is there at once', async () => {
    const asking = await anAsking(shop, await anAssistCampaign(shop))
    await friendsHelp(shop, asking, 2)
    shop.clock.advance(DAY)
    expect(await mine(shop, asking)).toMatchObject({ state: 'expired', missing: 1, version: 2 })
    await tick()
    const card = await mine(shop, asking)
    expect(card).toMatchObject({ state: 'expired', missing: 1, version: 3, coupon: null })
    const templateId = card.campaign.instead?.templateId
    if (!templateId) throw new Error('nothing instead')
    dataOf(await shop.call('coupon', 'claim', { templateId }, asking.ownerId))
    expect(
      refusalOf(await shop.call('assist', 'share', { cardId: asking.cardId, channel: 'chat' }, asking.ownerId)),
    ).toEqual({
      code: 'assist.over',
    })
  })

  test('by staff: card and coupon are taken back with the reason; what an order has used stays', async () => {
    const { db } = shop.deps
    const asking = await anAsking(shop, await anAssistCampaign(shop))
    await friendsHelp(shop, asking, 3)
    const couponId = (await mine(shop, asking)).coupon?.id ?? ''
    await db.updateTable('coupon').set({ state: 'used', order_id: 'ord_x' }).where('id', '=', couponId).execute()
    const voided = (id: AssistCardId) =>
      db.transaction().execute((trx) => voidAssistCard(trx, shop.deps, id, '异常助力'))
    expect(await voided(asking.cardId)).toEqual({ ok: false, refusal: { code: 'assist.not-voidable', state: 'used' } })
    await db.updateTable('coupon').set({ state: 'claimed' }).where('id', '=', couponId).execute()
    expect(await voided(asking.cardId)).toMatchObject({ ok: true, value: { was: 'returned' } })
    expect(await mine(shop, asking)).toMatchObject({
      state: 'voided',
      voidReason: '异常助力',
      coupon: { state: 'voided', voidReason: '异常助力' },
    })
    expect(await voided('ast_0000000000' as AssistCardId)).toEqual({ ok: false, refusal: { code: 'assist.unknown' } })
  })
})

describe('what is not one’s own', () => {
  test('another’s card is unknown, whatever one asks of it', async () => {
    const { cardId } = await anAsking(shop, await anAssistCampaign(shop))
    const other = await shop.aMember()
    for (const reply of [
      await shop.call('assist', 'mine', { cardId }, other),
      await shop.call('assist', 'watch', { cardId, version: 0 }, other),
      await shop.call('assist', 'share', { cardId, channel: 'chat' }, other),
    ])
      expect(refusalOf(reply)).toEqual({ code: 'assist.unknown' })
  })

  test.each([
    ['no code', { code: '' }],
    ['a code with a quote', { code: `abcd1234' or 1=1` }],
    ['a list', { code: ['abcd12345678'] }],
  ])('%s is no input', async (_, input) => {
    for (const action of ['open', 'help'])
      expect(await shop.send('assist', { action, input }, await shop.aMember())).toMatchObject({
        refusal: { code: 'input.invalid' },
      })
  })

  test('a code of nobody, of a product or of another campaign’s id leads nowhere', async () => {
    const sharer = await shop.aMember()
    const { productId } = await shop.aProduct()
    const { code } = dataOf(await shop.call('share', 'create', { productId, channel: 'chat' }, sharer))
    for (const each of [code, 'abcdABCD1234']) {
      expect(refusalOf(await open(each))).toEqual({ code: 'assist.unknown' })
      expect(refusalOf(await shop.call('assist', 'help', { code: each }, sharer))).toEqual({ code: 'assist.unknown' })
    }
    const campaignId = 'acp_0000000000' as AssistCampaignId
    expect(refusalOf(await shop.call('assist', 'start', { campaignId }, sharer))).toEqual({ code: 'assist.unknown' })
    const asking = await anAsking(shop, await anAssistCampaign(shop))
    expect(refusalOf(await shop.call('share', 'open', { code: asking.code, scene: 0 }))).toEqual({
      code: 'share.unknown',
    })
    expect(refusalOf(await shop.call('group-buy', 'open', { code: asking.code, scene: 0 }))).toEqual({
      code: 'group.unknown',
    })
  })

  test('who deleted themselves helps nobody', async () => {
    const asking = await anAsking(shop, await anAssistCampaign(shop))
    const gone = await shop.aMember()
    await shop.deps.db
      .updateTable('member')
      .set({ deleted_at: new Date(shop.clock.now()) })
      .where('id', '=', gone)
      .execute()
    expect(refusalOf(await help(shop, asking, gone))).toEqual({ code: 'sign-in.required' })
  })
})

test('a card whose owner has left the shop is over: nobody taps for nobody, and its coupon stays in the budget', async () => {
  const campaign = await anAssistCampaign(shop, { helpers: 2 })
  const asking = await anAsking(shop, campaign)
  await friendsHelp(shop, asking, 1)
  dataOf(await shop.call('member', 'deleteMe', { confirm: 'delete' }, asking.ownerId))
  expect(dataOf(await open(asking.code))).toMatchObject({ card: { state: 'expired' }, why: 'assist.over' })
  expect(refusalOf(await help(shop, asking, await shop.aMember()))).toEqual({ code: 'assist.over' })
})
