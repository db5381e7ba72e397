/** Words that all deals share: states, acts, refusals, what a coupon gives. */
import type { DealAct, DealStatus } from '@/contract/staff-promotion'
import type { TemplateFault } from '@/domain/coupon/template-faults'
import type { CouponOffer } from '@/domain/coupon/terms'
import { fen, yuanText, type Fen } from '@/domain/money'
import type { DiscountClass } from '@/domain/promotion/combine'
import type { PromotionFault } from '@/domain/promotion/promotion-faults'
import { minuteText, type EpochMs } from '@/domain/time'
import { campaignState, campaignStatusNames } from '../group-buy/copy'
import type { Wording } from '../cloud/refusal-text'
import { moneyText } from '../parts/money'
import type { StatePart } from '../parts/state-cell'

/** `¥8`, `¥8.5`: whole yuan without their zeros. */
export const yuan = (amount: Fen): string => `¥${yuanText(amount).replace(/\.00$/, '')}`

export const offerText = (offer: CouponOffer): string => {
  switch (offer.kind) {
    case 'amount':
      return yuan(offer.offFen)
    case 'percent':
      return `${(10_000 - offer.offBp) / 1_000} 折，最多 ${yuan(offer.capFen)}`
    case 'delivery':
      return offer.offFen === null ? '免运费' : `运费减 ${yuan(offer.offFen)}`
    default:
      return offer satisfies never
  }
}

export const thresholdText = (thresholdFen: Fen): string =>
  thresholdFen > 0 ? `满 ${yuanText(thresholdFen).replace(/\.00$/, '')} 可用` : '无门槛'

export const scopeText = (names: readonly string[]): string => (names.length === 0 ? '全场' : names.join('、'))

/** A live deal outside its days is told as such. */
export const dealState = (status: DealStatus, days?: { startsAt: EpochMs; endsAt: EpochMs }): StatePart => {
  const now = Date.now()
  const phase = !days || now >= days.startsAt ? (days && now >= days.endsAt ? 'after' : 'running') : 'before'
  return campaignState(status, phase)
}

export const classNames = {
  flash: '秒杀价',
  group: '拼团价',
  community: '接龙价',
  line: '单品促销',
  order: '满减',
} as const satisfies Record<DiscountClass, string>

export const copy = {
  crumb: '活动与券',
  rooms: { group: '拼团', coupons: '券', promotions: '促销', flash: '秒杀', assists: '助力券' },
  named: '名称',
  tabs: { all: '全部', ...campaignStatusNames },
  saveDraft: '存草稿',
  save: '保存',
  saved: '已保存',
  edit: '编辑',
  see: '查看',
  until: (end: string) => `至 ${end}`,
  unsaved: (n: number) => `有 ${n} 处改动未保存`,
  mend: (n: number) => `改好 ${n} 处才能发布`,
  noneHere: '这一栏是空的',
  noneHereNote: '换一栏看看。',
  unknown: '找不到',
  unknownNote: '链接可能不对，回到列表看看。',
  toList: '回到列表',
  pieces: (n: string) => `${n} 张`,
  burn: (taken: string, all: string) => `${taken} / ${all} 张`,
} as const

type ActWords = { act: string; sure: string; note: string; done: string; isLoss: boolean }

/** Each asked once; what people already hold never changes. */
export const actWords = {
  publish: {
    act: '发布',
    sure: '发布后顾客就能看到',
    note: '之后再改，不影响已经拿到的人。',
    done: '已发布',
    isLoss: false,
  },
  pause: {
    act: '暂停',
    sure: '暂停后顾客拿不到新的',
    note: '已经拿到的照常可用，随时可以恢复。',
    done: '已暂停',
    isLoss: true,
  },
  resume: { act: '恢复', sure: '恢复后顾客又能拿到', note: '按现在的内容。', done: '已恢复', isLoss: false },
  end: { act: '结束', sure: '结束后不能再恢复', note: '已经拿到的照常可用。', done: '已结束', isLoss: true },
} as const satisfies Record<DealAct, ActWords>

const refusedActs: Record<string, string> = {
  edit: '修改',
  publish: '发布',
  pause: '暂停',
  resume: '恢复',
  end: '结束',
  grant: '发券',
  codes: '做兑换码',
  void: '作废',
}

const range = (least: number, most: number): string =>
  most > 1_000_000 ? `至少 ${least}` : `要在 ${least}–${most} 之间`

export const templateFaults = {
  'off.range': '优惠要大于 0，折扣在 0.1–9.9 折之间',
  'threshold.below-off': ({ offFen }) => `门槛要高于优惠 ${moneyText(fen(offFen))}，否则等于白送`,
  'cap.missing': '打折券要有最多减多少',
  'scope.empty': '选好适用的分类或商品',
  'name.empty': '先填名称',
  'dates.backwards': '结束要晚于开始',
  'dates.past': ({ untilAt }) => `有效期到 ${minuteText(untilAt)}，已经过了`,
  'days.range': ({ least, most }) => `有效天数${range(least, most)}`,
  'budget.empty': '先填预算张数',
  'per-person.above-budget': ({ budget }) => `每人张数不能超过预算 ${budget} 张`,
  'claim.after-validity': ({ untilAt }) => `领取时间要早于有效期 ${minuteText(untilAt)}`,
} satisfies Wording<TemplateFault>

export const promotionFaults = {
  'name.empty': '先填名称',
  'dates.backwards': '结束要晚于开始',
  'scope.empty': '选好适用的分类或商品',
  'tiers.empty': '至少要有一档',
  'tiers.not-rising': ({ at }) => `第 ${at + 1} 档的门槛和优惠都要比上一档高`,
  'pieces.range': ({ least, most }) => `件数${range(least, most)}`,
  'free.range': ({ least, most }) => `免几件${range(least, most)}`,
  'off.range': '优惠太大或太小：折扣 0.1–9.9 折，减的要少于门槛',
  'times.range': ({ least }) => `每单最多几次，至少 ${least}`,
} satisfies Wording<PromotionFault>

export const faultText = (words: Record<string, unknown>, fault: TemplateFault | PromotionFault): string => {
  const word = words[fault.code]
  if (typeof word === 'function') return (word as (f: typeof fault) => string)(fault)
  return typeof word === 'string' ? word : fault.code
}

export const dealRefusals = {
  'deal.unknown': '找不到，可能已被移走',
  'deal.changed': '同事刚改过；刷新后再改，避免互相覆盖',
  'deal.act-not-open': ({ act }: { act: string }) => `现在不能${refusedActs[act] ?? act}，刷新看看最新状态`,
  'deal.dates': '结束时间要晚于开始，也要晚于现在',
}
export const templateRefusals = {
  ...dealRefusals,
  'template.faults': ({ faults }: { faults: readonly TemplateFault[] }) =>
    faults.map((fault) => faultText(templateFaults, fault)).join('；'),
  'template.budget-below-issued': ({ issued }: { issued: number }) => `已发 ${issued} 张，预算不能更少`,
}
export const promotionRefusals = {
  ...dealRefusals,
  'promotion.faults': ({ faults }: { faults: readonly PromotionFault[] }) =>
    faults.map((fault) => faultText(promotionFaults, fault)).join('；'),
}
