/** What the card of somebody who asks for help says in each state. It asks, and names what a tap gives; it never hurries. */
import type { AssistCardState } from '@/contract/assist'
import type { CouponOffer } from '@/domain/coupon/terms'
import { yuanText, type Fen } from '@/domain/money'
import { maskName } from '@/domain/share/mask'
import { plainWords } from './plain-words'

type Gift = { readonly name: string; readonly offer: CouponOffer; readonly thresholdFen: Fen }

export type AssistCardFacts = {
  readonly state: AssistCardState
  readonly helpers: number
  readonly helped: number
  readonly reward: Gift
  /** What a friend gets for their own tap; null = nothing. */
  readonly helperReward: Gift | null
  /** Whole name; pictures show its first sign only. */
  readonly ownerName: string
  readonly storeName: string
}

export type AssistCardWords = {
  readonly mood: 'open' | 'done' | 'over'
  readonly headline: string
  /** In the ring: a word, a figure with its measure, or a word alone. */
  readonly over: string
  readonly figure: string
  readonly measure: string
  readonly title: string
  readonly second: string
}

const yuan = (amount: Fen): string => yuanText(amount).replace(/\.?0+$/, '')

/** `¥8 鲜蔬水果券`, `8 折 周末券`, `免运费 到家券`. */
const giftWords = ({ name, offer }: Gift): string => `${figureOf(offer)} ${plainWords(name)}`

const figureOf = (offer: CouponOffer): string => {
  switch (offer.kind) {
    case 'amount':
      return `¥${yuan(offer.offFen)}`
    case 'percent':
      return `${Number(((10_000 - offer.offBp) / 1000).toFixed(2))} 折`
    case 'delivery':
      return offer.offFen === null ? '免运费' : `运费减 ¥${yuan(offer.offFen)}`
    default:
      return offer satisfies never
  }
}

export const thresholdWords = ({ thresholdFen }: Gift): string =>
  thresholdFen > 0 ? `满 ¥${yuan(thresholdFen)} 可用` : '没有门槛'

export const assistCardWords = (facts: AssistCardFacts): AssistCardWords => {
  const { state, helpers, helped, reward, helperReward } = facts
  const owner = maskName(plainWords(facts.ownerName))
  const gift = giftWords(reward)
  switch (state) {
    case 'collecting':
      return {
        mood: 'open',
        headline: '帮我点一下，好吗',
        over: '还差',
        figure: String(Math.max(0, helpers - helped)),
        measure: '位',
        title: `${owner} 在攒 ${gift}`,
        second: helperReward ? `你点一下，也得一张 ${figureOf(helperReward.offer)} 券` : '点一下就好，不用下单',
      }
    case 'unlocked':
      return {
        mood: 'done',
        headline: '凑齐了，谢谢大家',
        over: '',
        figure: '',
        measure: '凑齐了',
        title: `${owner} 攒到了 ${gift}`,
        second: '来店里逛逛，也有你能领的券',
      }
    case 'expired':
    case 'voided':
      return {
        mood: 'over',
        headline: '这次已经结束',
        over: '到了',
        figure: String(helped),
        measure: `/ ${helpers} 位`,
        title: '来店里逛逛',
        second: '有不用请朋友也能领的券',
      }
    default:
      return state satisfies never
  }
}
