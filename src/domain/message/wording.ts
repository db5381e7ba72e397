/**
 * What WeChat's message says, by the keywords of the shop's templates (README, "Opening a real shop"), and where it leads.
 * WeChat refuses a keyword that breaks its type (47003): a `thing` is one line, a `phrase` at most five Chinese characters, a
 * `character_string` plain letters and digits. Lengths of things are cut where the message is sent.
 */
import type { MessageFacts, MessageKind } from './kinds'
import { yuanText, type Fen } from '../money'
import { carrierName } from '../order/carrier'
import { shopClock, type EpochMs } from '../time'

export type Wording = { readonly data: Readonly<Record<string, string>>; readonly page: string }

type Words = { readonly [K in MessageKind]: (facts: MessageFacts[K]) => Wording }

const orderPage = (id: string): string => `packages/order/detail/index?id=${id}`
const groupPage = (id: string): string => `packages/group/page/index?id=${id}`
const salePage = (saleId: string): string => `packages/community/sale/index?id=${saleId}`
const countPage = (saleId: string): string => `packages/leader/goods/index?id=${saleId}`
const EARNINGS_PAGE = 'packages/leader/earnings/index'
const COMMUNITY_TAB = 'pages/community/index'
const WALLET_PAGE = 'packages/coupon/mine/index'

const two = (n: number): string => String(n).padStart(2, '0')
/** As WeChat's `time` wants it. */
const timeText = (at: EpochMs): string => {
  const { year, month, day, hour, minute } = shopClock(at)
  return `${year}年${month}月${day}日 ${two(hour)}:${two(minute)}`
}
const hourText = (at: EpochMs): string => {
  const { hour, minute } = shopClock(at)
  return `${two(hour)}:${two(minute)}`
}
/** Days may lie between. */
const dayAndHour = (at: EpochMs): string => {
  const { month, day } = shopClock(at)
  return `${month}月${day}日 ${hourText(at)}`
}
const amount = (sum: Fen): string => `${yuanText(sum)}元`

const thing = (text: string): string => text.replace(/\s+/g, ' ').trim() || '圈集'
const plain = (text: string): string => text.replace(/[^\x21-\x7e]/g, '').slice(0, 32) || '-'

const decided = { approved: '通过了', rejected: '没通过', suspended: '暂停了' } as const

const words: Words = {
  'order-shipped': ({ orderId, title, carrier, trackingTail, isPart }) => ({
    data: {
      thing1: thing(title),
      thing2: thing(carrierName(carrier)),
      character_string3: plain(trackingTail),
      thing4: isPart ? '先发出一部分，其余随后' : '在路上了，点开看进度',
    },
    page: orderPage(orderId),
  }),
  'order-ready': ({ orderId, title, point, hours, code }) => ({
    data: { thing1: thing(title), thing2: thing(point), character_string3: plain(code), thing4: thing(hours) },
    page: orderPage(orderId),
  }),
  'group-full': ({ groupId, title, size }) => ({
    data: { thing1: thing(title), phrase2: '拼成了', thing3: `${size} 人到齐，店里开始备货` },
    page: groupPage(groupId),
  }),
  'group-expired': ({ groupId, title, refundFen }) => ({
    data: { thing1: thing(title), phrase2: '没拼成', thing3: `${amount(refundFen)}原路退回` },
    page: groupPage(groupId),
  }),
  'seat-lost': ({ groupId, title, chooseBy }) => ({
    data: { thing1: thing(title), phrase2: '等你选', thing3: `位子没赶上，${hourText(chooseBy)} 前选去处` },
    page: groupPage(groupId),
  }),
  'refund-sent': ({ orderId, title, refundFen }) => ({
    data: { thing1: thing(title), amount2: amount(refundFen), thing3: '已原路退回微信' },
    page: orderPage(orderId),
  }),
  'coupon-ending': ({ couponIds, name, expiresAt }) => ({
    data: {
      thing1: thing(name),
      time2: timeText(expiresAt),
      thing3: couponIds.length > 1 ? `还有 ${couponIds.length - 1} 张也快到期了` : '用它买点爱吃的吧',
    },
    page: WALLET_PAGE,
  }),
  'sale-opened': ({ saleId, title, community, endsAt }) => ({
    data: { thing1: thing(title), phrase2: '开团了', thing3: thing(`${dayAndHour(endsAt)} 截单，${community}`) },
    page: salePage(saleId),
  }),
  'sale-unpaid': ({ orderId, title, payBy }) => ({
    data: { thing1: thing(title), phrase2: '等你付款', thing3: `${hourText(payBy)} 前付，过时就不留了` },
    page: orderPage(orderId),
  }),
  'sale-closed': ({ orderId, title, backFen }) => ({
    data: {
      thing1: thing(title),
      phrase2: '截单了',
      thing3: backFen > 0 ? `人多更省，退你 ${amount(backFen)}` : '店里开始备货，到了告诉你',
    },
    page: orderPage(orderId),
  }),
  'shortage-cut': ({ orderId, title, cutPieces, refundFen }) => ({
    data: { thing1: thing(title), phrase2: '到货不够', thing3: `少 ${cutPieces} 件，退你 ${amount(refundFen)}` },
    page: orderPage(orderId),
  }),
  'hand-over': ({ orderId, title, point, fromAt, untilAt }) => ({
    data: {
      thing1: thing(title),
      phrase2: '今天取货',
      thing3: thing(`${hourText(fromAt)}–${hourText(untilAt)} ${point}`),
    },
    page: orderPage(orderId),
  }),
  'list-ready': ({ saleId, title, orders, pieces }) => ({
    data: {
      thing1: thing(title),
      phrase2: '名单定了',
      thing3: orders > 0 ? `${orders} 单 ${pieces} 件，可以备货了` : '这一场没有人下单',
    },
    page: countPage(saleId),
  }),
  'payout-waiting': ({ amountFen, confirmBy }) => ({
    data: {
      thing1: '团长佣金',
      phrase2: '等你收款',
      thing3: `${amount(amountFen)}，${dayAndHour(confirmBy)} 前收`,
    },
    page: EARNINGS_PAGE,
  }),
  'leader-decided': ({ state, reason }) => ({
    data: { thing1: '做团长的申请', phrase2: decided[state], thing3: thing(reason ?? '点开看看怎么开始') },
    page: COMMUNITY_TAB,
  }),
  'community-offered': ({ community, from, answerBy }) => ({
    data: {
      thing1: thing(community),
      phrase2: '等你答复',
      thing3: thing(`${dayAndHour(answerBy)} 前答复，${from || '有人'}想交给你`),
    },
    page: COMMUNITY_TAB,
  }),
}

export const wordingOf = <K extends MessageKind>(kind: K, facts: MessageFacts[K]): Wording => words[kind](facts)
