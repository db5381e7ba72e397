/** Assist cards, drawn: every reason why a tap does nothing has its words and a way on, and nothing asks anybody to share. */
import type { AssistCampaignView, AssistCardView, AssistLandingView } from '@/contract/assist'
import type { AssistCampaignId, AssistCardId, CouponTemplateId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { epochMs, HOUR } from '@/domain/time'
import { CardScreen } from '@/features/assist/card-screen'
import { whyText } from '@/features/assist/copy'
import { LandingScreen } from '@/features/assist/landing-screen'
import { ListScreen } from '@/features/assist/list-screen'
import { draw } from '../support/taro-dom/draw'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  ...jest.requireActual('../support/taro-dom/taro'),
  useDidShow: jest.fn(),
  useDidHide: jest.fn(),
}))

const now = epochMs(Date.now())
const reward = {
  name: '鲜蔬水果券',
  offer: { kind: 'amount', offFen: fen(800) },
  thresholdFen: fen(3900),
  scopeNames: [],
  leadsTo: { to: 'shop' },
  combines: [],
  validity: { kind: 'days', days: 7 },
} as const
const campaign: AssistCampaignView = {
  id: 'acp_0123456789' as AssistCampaignId,
  name: '攒一张果蔬券',
  shareTitle: '',
  reward,
  helperReward: { ...reward, name: '新邻居券' },
  instead: { ...reward, name: '普通券', templateId: 'ctp_0123456789' as CouponTemplateId },
  helpers: 3,
  lifeMs: 24 * HOUR,
  left: 214,
  endsAt: epochMs(now + 24 * HOUR),
  rules: ['3 位朋友各点一下「助力」。', '分享本身不给奖励。'],
  closed: null,
}
const card: AssistCardView = {
  id: 'ast_0123456789' as AssistCardId,
  state: 'collecting',
  version: 1,
  campaign,
  helpers: [{ name: '周*', avatar: null, at: now }],
  missing: 2,
  startedAt: now,
  deadlineAt: epochMs(now + HOUR),
  coupon: null,
  voidReason: null,
  cardPicture: null,
  activityId: null,
}
const landing: AssistLandingView = {
  card,
  campaign,
  owner: { name: '顾*', avatar: null, isYou: false },
  you: { shownAs: '林*', hasHelped: false, helpsLeft: 3, coupon: null },
  why: null,
}
const drawLanding = (more: Partial<AssistLandingView>) => {
  const ways = {
    onHelp: jest.fn(),
    onUse: jest.fn(),
    onOwn: jest.fn(),
    onCentre: jest.fn(),
    onStart: jest.fn(),
    onHome: jest.fn(),
  }
  return { ...ways, page: draw(<LandingScreen view={{ ...landing, ...more }} isHelping={false} {...ways} />) }
}
const drawCard = (more: Partial<AssistCardView>) => {
  const ways = {
    onShare: jest.fn(),
    onInstead: jest.fn(),
    onUse: jest.fn(),
    onWallet: jest.fn(),
    onCentre: jest.fn(),
    onHome: jest.fn(),
    onClock: jest.fn(),
  }
  const looks = { known: 9, news: '', isClaiming: false, isReady: false }
  return { ...ways, page: draw(<CardScreen view={{ ...card, ...more }} {...looks} {...ways} />) }
}

test('a friend reads what a tap does and doesn’t, what it gives, and all the rules before it', () => {
  const { page, onHelp } = drawLanding({})
  for (const words of [
    '顾* 想请你帮个忙',
    '1 次助力',
    '「林*」',
    '不替你转发',
    '不要求你下单',
    '新邻居券',
    '今天还可以帮 3 位朋友',
  ])
    expect(page.text()).toContain(words)
  page.tap('完整规则')
  expect(page.text()).toContain('分享本身不给奖励。')
  page.tap('帮 顾* 助力')
  expect(onHelp).toHaveBeenCalledTimes(1)
})

test.each(Object.entries(whyText))('%s is said politely, and there is somewhere to go', (why, words) => {
  const { page, onHome } = drawLanding({ why: why as keyof typeof whyText })
  expect(page.text()).toContain(words)
  expect(page.text()).not.toContain('助力 ')
  expect(page.has('帮 顾* 助力')).toBe(false)
  page.tap('去逛逛')
  expect(onHome).toHaveBeenCalledTimes(1)
})

test('a card that ran out says what was reached and offers a coupon at once, never another round', () => {
  const { page, onInstead } = drawCard({ state: 'expired' })
  expect(page.text()).toContain('到点了，来了 1 / 3 位')
  expect(page.text()).not.toMatch(/再发|再试|重新|分享给/)
  expect(page.has('发给朋友')).toBe(false)
  page.tap('直接领')
  expect(onInstead).toHaveBeenCalledTimes(1)
})

test('where that coupon is gone too, the claim centre is the way', () => {
  const { page, onCentre } = drawCard({ state: 'expired', campaign: { ...campaign, instead: null } })
  page.tap('领券中心里还有不用请朋友的券')
  expect(onCentre).toHaveBeenCalledTimes(1)
})

test('what staff took back says why', () => {
  const { page } = drawCard({ state: 'voided', voidReason: '异常助力' })
  expect(page.text()).toContain('原因：异常助力')
})

test.each([
  ['sold-out', '这张券发完了'],
  ['paused', '活动暂停了'],
  ['busy', '这会儿人多，过一会儿再来'],
] as const)(
  'a campaign that is %s can’t be started in, and the coupon without friends is still there',
  (closed, words) => {
    const ways = {
      starting: null,
      claiming: null,
      onStart: jest.fn(),
      onCard: jest.fn(),
      onInstead: jest.fn(),
      onCentre: jest.fn(),
    }
    const page = draw(<ListScreen view={{ campaigns: [{ ...campaign, closed }], mine: [] }} {...ways} />)
    page.tap(words)
    expect(ways.onStart).not.toHaveBeenCalled()
    page.tap('直接领')
    expect(ways.onInstead).toHaveBeenCalledTimes(1)
  },
)
