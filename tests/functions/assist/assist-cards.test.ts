/** What an assist card looks like in a chat: its picture, its message that counts, its poster. True in every state. */
import sharp from 'sharp'
import { readShareLink } from '@/domain/share/link'
import { DAY, MINUTE } from '@/domain/time'
import { assistCardWords, type AssistCardFacts } from '../../../cloudfunctions/card/assist-card-words'
import { fen } from '@/domain/money'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { anAsking, anAssistCampaign, friendsHelp, mine } from '../../support/shop/assisting'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const draw = async () => void dataOf(await shop.call('card', 'run', {}, 'timer'))
const tick = async () => void dataOf(await shop.call('jobs', 'run', {}, 'timer'))
const filesOf = (id: string) => [...shop.files.kept.keys()].filter((key) => key.includes(id))
const told = () => shop.wechat.callsTo('setUpdatableMsg') as { activityId: string; to: { state: string } }[]

test('a new card has its picture a round later, and each help another; the one before goes when nobody hands it on', async () => {
  const asking = await anAsking(shop, await anAssistCampaign(shop))
  await draw()
  const first = (await mine(shop, asking)).cardPicture ?? ''
  const bytes = shop.files.kept.get(first.replace('/files/', ''))
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 800 })
  expect(bytes?.length).toBeLessThanOrEqual(128 * 1024)
  await friendsHelp(shop, asking, 2)
  await draw()
  expect((await mine(shop, asking)).cardPicture).not.toBe(first)
  expect(filesOf(asking.cardId)).toHaveLength(2)
  shop.clock.advance(11 * MINUTE)
  await draw()
  expect(filesOf(asking.cardId)).toHaveLength(1)
})

test('the message counts the owner and the friends, then leads to the page, and says when it is over', async () => {
  const campaign = await anAssistCampaign(shop)
  const asking = await anAsking(shop, campaign)
  await tick()
  expect(told().at(-1)?.to).toEqual({ state: 'open', memberCount: 1, roomLimit: 4 })
  expect((await mine(shop, asking)).activityId).toBe(told().at(-1)?.activityId)
  await friendsHelp(shop, asking, 1)
  await tick()
  expect(told().at(-1)?.to).toEqual({ state: 'open', memberCount: 2, roomLimit: 4 })
  await friendsHelp(shop, asking, 2)
  await tick()
  expect(told().at(-1)?.to).toEqual({ state: 'full', page: `packages/assist/landing/index?c=${asking.code}` })
  const alone = await anAsking(shop, campaign)
  await tick()
  shop.clock.advance(DAY - MINUTE)
  const calls = told().length
  shop.clock.advance(MINUTE)
  await tick()
  // its 24 hours are over with the card's own
  expect([told().length, (await mine(shop, alone)).activityId]).toEqual([calls, null])
})

test('the poster leads to the same page, and only for whoever’s card it is', async () => {
  const asking = await anAsking(shop, await anAssistCampaign(shop))
  const share = dataOf(await shop.call('assist', 'share', { cardId: asking.cardId, channel: 'poster' }, asking.ownerId))
  expect(readShareLink(share.url)).toBe(share.code)
  const { url } = dataOf(await shop.call('card', 'poster', { code: share.code }, asking.ownerId))
  expect(await sharp(shop.files.kept.get(url.replace('/files/', ''))).metadata()).toMatchObject({ width: 1080 })
  expect(shop.wechat.callsTo('miniProgramCode').at(-1)).toMatchObject({
    scene: `c=${share.code}`,
    page: 'packages/assist/landing/index',
  })
  const other = await shop.call('card', 'poster', { code: share.code }, await shop.aMember())
  expect(refusalOf(other)).toEqual({ code: 'share.unknown' })
})

const facts: AssistCardFacts = {
  state: 'collecting',
  helpers: 3,
  helped: 1,
  reward: { name: '鲜蔬水果券', offer: { kind: 'amount', offFen: fen(800) }, thresholdFen: fen(3900) },
  helperReward: { name: '新邻居券', offer: { kind: 'amount', offFen: fen(300) }, thresholdFen: fen(2900) },
  ownerName: '小美🌸',
  storeName: '晴川里鲜食',
}

test.each([
  ['collecting', {}, ['帮我点一下，好吗', '还差', '2', '小* 在攒 ¥8 鲜蔬水果券', '你点一下，也得一张 ¥3 券']],
  [
    'without a gift',
    { helperReward: null },
    ['帮我点一下，好吗', '还差', '2', '小* 在攒 ¥8 鲜蔬水果券', '点一下就好，不用下单'],
  ],
  [
    'unlocked',
    { state: 'unlocked', helped: 3 },
    ['凑齐了，谢谢大家', '', '', '小* 攒到了 ¥8 鲜蔬水果券', '来店里逛逛，也有你能领的券'],
  ],
  ['over', { state: 'expired', helped: 2 }, ['这次已经结束', '到了', '2', '来店里逛逛', '有不用请朋友也能领的券']],
] as const)('%s: the picture says what is so, and asks nobody to share', (_, more, said) => {
  const { headline, over, figure, title, second } = assistCardWords({ ...facts, ...more })
  expect([headline, over, figure, title, second]).toEqual(said)
})
