/** The rules of a campaign as full sentences, and which of them a text leaves out (operating rules 5.1.5: shown fully and clearly, for both sides). */
import { yuanText, type Fen } from '../money'
import { HOUR, MINUTE, shopClock } from '../time'
import type { AssistDraft, RewardDraft } from './draft'
import { HELPS_A_DAY } from './help'
import { plainText } from './plain-text'

export type Topic =
  | 'helpers'
  | 'reward'
  | 'threshold'
  | 'helper-reward'
  | 'deadline'
  | 'once'
  | 'day-limit'
  | 'validity'
  | 'not-reached'
  | 'budget'

/** `3` for 300 fen, `2.5` for 250: as people write it. */
const yuan = (amount: Fen): string => yuanText(amount).replace(/\.?0+$/, '')

/** `¥8`, `8 折最多减 ¥20`, `免运费`. */
const giftText = ({ offer }: RewardDraft): string => {
  switch (offer.kind) {
    case 'amount':
      return `¥${yuan(offer.offFen)}`
    case 'percent':
      return `${(10_000 - offer.offBp) / 1_000} 折，最多减 ¥${yuan(offer.capFen)}`
    case 'delivery':
      return offer.offFen === null ? '免运费' : `运费减 ¥${yuan(offer.offFen)}`
    default:
      return offer satisfies never
  }
}

const thresholdText = ({ thresholdFen }: RewardDraft): string =>
  thresholdFen > 0 ? `满 ¥${yuan(thresholdFen)} 可用` : '没有门槛'

const validityText = ({ validity }: RewardDraft): string => {
  if (validity.kind === 'days') return `得券后 ${validity.days} 天内有效`
  const { month, day } = shopClock(validity.untilAt)
  return `有效期到 ${month} 月 ${day} 日`
}

const lifeText = (lifeMs: number): string =>
  lifeMs % HOUR === 0 ? `${lifeMs / HOUR} 小时` : `${Math.round(lifeMs / MINUTE)} 分钟`

const fixedReward = ({ reward }: AssistDraft): RewardDraft | null => (reward.kind === 'fixed' ? reward : null)

/** Each topic's sentence; null where the campaign has nothing to say about it. */
const sentences: Readonly<Record<Topic, (draft: AssistDraft) => string | null>> = {
  helpers: ({ helpers }) => `${helpers} 位朋友各点一下「助力」，券自动到你的卡包。`,
  reward: (draft) => {
    const reward = fixedReward(draft)
    return reward && `奖励固定：${reward.name} ${giftText(reward)}。`
  },
  threshold: (draft) => {
    const reward = fixedReward(draft)
    return reward && `券${thresholdText(reward)}。`
  },
  'helper-reward': ({ helperReward }) =>
    helperReward &&
    `助力的朋友得${helperReward.name} ${giftText(helperReward)}，${thresholdText(helperReward)}，每人一张。`,
  deadline: ({ lifeMs }) => `发起后 ${lifeText(lifeMs)}内有效。`,
  once: () => '每位朋友对本次活动只算 1 次，不能给自己点。',
  'day-limit': () => `每位朋友一天最多助力 ${HELPS_A_DAY} 次。`,
  validity: (draft) => {
    const reward = fixedReward(draft)
    return reward && `${validityText(reward)}。`
  },
  'not-reached': ({ instead }) =>
    instead
      ? `没凑齐就结束，也可以直接领${instead.name} ${giftText(instead)}，${thresholdText(instead)}。`
      : '没凑齐就结束，已点的助力不影响任何人。',
  budget: ({ budget }) => `共 ${budget} 张，发完会直接告诉你。`,
}

const topics = Object.keys(sentences) as Topic[]

/** The whole rules, one sentence a line; what a draft starts with. */
export const writeRules = (draft: AssistDraft): string =>
  [...topics.flatMap((topic) => sentenceOn(draft, topic) ?? []), '朋友自愿点，分享本身不给奖励，也不用发朋友圈。'].join(
    '\n',
  )

export const sentenceOn = (draft: AssistDraft, topic: Topic): string | null => sentences[topic](draft)

const DIGITS = ['零', '一', '二', '三', '四'] as const
const number = (n: number): string => (DIGITS[n] ? `(?:${n}|${DIGITS[n]}${n === 2 ? '|两' : ''})` : String(n))
/** Escaped by hand where it has a point; a longer number doesn't count. */
const figure = (value: Fen): string => yuan(value).replace('.', '\\.')
const amount = (value: Fen): string => `(?:¥${figure(value)}(?![\\d.])|(?:^|[^\\d.])${figure(value)}元)`

const giftPattern = (reward: RewardDraft): string => {
  const { offer } = reward
  if (offer.kind === 'amount') return amount(offer.offFen)
  if (offer.kind === 'percent') return `${(10_000 - offer.offBp) / 1_000}折.*${amount(offer.capFen)}`
  return offer.offFen === null ? '(?:免|抵)[^。]{0,3}(?:运|配送)' : amount(offer.offFen)
}

/** How a text that covers the topic looks, in plain spelling; null where there is nothing to cover. */
const covers: Readonly<Record<Topic, (draft: AssistDraft) => string | null>> = {
  helpers: ({ helpers }) => `${number(helpers)}[位名个人](?!小时)`,
  reward: (draft) => {
    const reward = fixedReward(draft)
    return reward && giftPattern(reward)
  },
  threshold: (draft) => {
    const reward = fixedReward(draft)
    return reward && reward.thresholdFen > 0 ? `满¥?${figure(reward.thresholdFen)}(?![\\d.])` : null
  },
  'helper-reward': ({ helperReward }) => helperReward && giftPattern(helperReward),
  deadline: ({ lifeMs }) => lifeText(lifeMs).replace(' ', ''),
  once: () => '(?:每[位个人名]|同一|一[位个人名])[^。]{0,16}(?:1次|一次)',
  'day-limit': () => `(?:[每一]天|每日|当天)[^。]{0,8}${number(HELPS_A_DAY)}`,
  validity: (draft) => {
    const reward = fixedReward(draft)
    return reward && (reward.validity.kind === 'days' ? `${reward.validity.days}天` : '有效')
  },
  'not-reached': () => '[没未不][^。]{0,3}(?:凑齐|集齐|齐|够|满|达成|完成)',
  budget: () => '(?:[发领赶送抢]完|限量|共[^。]{0,3}\\d+张|先到先得)',
}

/** Topics the text says nothing about. */
export const missingTopics = (draft: AssistDraft): Topic[] => {
  const { text } = plainText(draft.ruleText)
  return topics.filter((topic) => {
    const pattern = covers[topic](draft)
    return pattern !== null && !new RegExp(pattern).test(text)
  })
}
