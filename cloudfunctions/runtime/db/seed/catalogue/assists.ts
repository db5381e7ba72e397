/** The demo's assist campaigns: one that runs, one that is over, and who asked whom. Times in minutes before the shop is opened. */
import type { AssistDraft, RewardDraft } from '@/domain/assist/draft'
import { fen } from '@/domain/money'
import { DAY, HOUR, MINUTE } from '@/domain/time'

export type DemoReward = RewardDraft & {
  readonly slug: string
  /** Categories; none = the whole shop. */
  readonly categories: readonly string[]
  readonly isClaimable: boolean
  readonly budget: number
}

const off = (yuan: number, over: number, days: number) => ({
  offer: { kind: 'amount' as const, offFen: fen(yuan * 100) },
  thresholdFen: fen(over * 100),
  validity: { kind: 'days' as const, days },
})

const reward: DemoReward = {
  ...off(8, 39, 7),
  ...{ slug: 'assist-fresh', name: '鲜蔬水果券', categories: ['fruit', 'vegetables'], isClaimable: false, budget: 500 },
}
const helperReward: DemoReward = {
  ...off(3, 29, 3),
  ...{ slug: 'assist-neighbour', name: '新邻居券', categories: [], isClaimable: false, budget: 2000 },
}
const instead: DemoReward = {
  ...off(3, 29, 7),
  ...{ slug: 'everybody-3', name: '普通券', categories: [], isClaimable: true, budget: 1000 },
}
const openingReward: DemoReward = {
  ...off(5, 29, 5),
  ...{ slug: 'assist-opening', name: '开业券', categories: [], isClaimable: false, budget: 200 },
}

export const rewards: readonly DemoReward[] = [reward, helperReward, instead, openingReward]

export type DemoAssist = {
  readonly slug: string
  readonly status: 'live' | 'ended'
  /** Days from the day the shop is opened. */
  readonly days: readonly [from: number, until: number]
  readonly draft: Omit<AssistDraft, 'ruleText' | 'reward' | 'helperReward' | 'instead'>
  readonly reward: DemoReward
  readonly helperReward: DemoReward | null
  readonly instead: DemoReward | null
}

const common = { issues: 'at-once', shareButton: 'static', hasTimeline: false } as const

export const assists: readonly DemoAssist[] = [
  {
    slug: 'fresh',
    status: 'live',
    days: [-5, 60],
    draft: {
      ...{ ...common, name: '三位邻居攒果蔬券', shareTitle: '帮我点一下，攒一张 ¥8 果蔬券' },
      ...{ helpers: 3, lifeMs: 24 * HOUR, budget: 500, startsPerHour: 200 },
    },
    ...{ reward, helperReward, instead },
  },
  {
    slug: 'opening',
    status: 'ended',
    days: [-30, -16],
    draft: {
      ...{ ...common, name: '开业两人助力', shareTitle: '帮我点一下，好吗' },
      ...{ helpers: 2, lifeMs: 12 * HOUR, budget: 200, startsPerHour: 100 },
    },
    ...{ reward: openingReward, helperReward: null, instead: null },
  },
]

export type DemoAsking = {
  readonly campaign: string
  readonly who: string
  /** Minutes before now. */
  readonly age: number
  readonly helpers: readonly { readonly who: string; readonly after: number }[]
}

const asking = (
  campaign: string,
  who: string,
  ageMs: number,
  ...helpers: [who: string, after: number][]
): DemoAsking => ({
  ...{ campaign, who, age: ageMs / MINUTE },
  helpers: helpers.map(([who, after]) => ({ who, after })),
})

export const askings: readonly DemoAsking[] = [
  asking('fresh', 'laozhou', 2.5 * HOUR, ['xiaoqin', 24]),
  asking('fresh', 'yuanyuan', 22 * HOUR, ['chenchen', 6], ['momo', 41], ['haoran', 187]),
  asking('opening', 'lili', 29 * DAY, ['xiaomei', 3], ['ajie', 55]),
  asking('opening', 'dawei', 27 * DAY, ['chenchen', 12], ['momo', 18]),
  asking('opening', 'afang', 25 * DAY, ['laozhou', 31], ['xiaoqin', 240]),
  asking('opening', 'yuanyuan', 22 * DAY, ['haoran', 66]),
  asking('opening', 'haoran', 20 * DAY, ['lili', 9], ['yuanyuan', 130]),
  asking('opening', 'momo', 18 * DAY),
]
