/** A message in the shopper's words: a sign, what happened, and to what. Facts in, words out. */
import type { InboxMessage } from '@/contract/message'
import { yuanText } from '@/domain/money'
import { carrierName } from '@/domain/order/carrier'
import { DAY, dayStart, shopClock, type EpochMs } from '@/domain/time'
import { endsText, momentName } from '@/ui/coupon-words'
import type { IconName } from '@/ui/icon'
import { copy } from './copy'

export type Words = { readonly icon: IconName; readonly title: string; readonly note: string }

const told = copy.told
/** A line breaks after a dot, never before it. */
const dots = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\u00a0· ')

export const wordsOf = (message: InboxMessage, now: EpochMs): Words => {
  switch (message.kind) {
    case 'order-shipped': {
      const { title, carrier, trackingTail, isPart } = message.facts
      return {
        icon: 'truck',
        title: isPart ? told.shippedPart : told.shipped,
        note: dots(title, told.parcel(carrierName(carrier), trackingTail)),
      }
    }
    case 'order-ready': {
      const { title, point, hours, code } = message.facts
      // the code first: it is what one needs at the door
      return { icon: 'store', title: code ? told.readyCode(code) : told.ready, note: dots(title, point, hours) }
    }
    case 'group-full':
      return {
        icon: 'people',
        title: told.groupFull(message.facts.size),
        note: dots(message.facts.title, told.groupFullNote),
      }
    case 'group-expired': {
      const { title, refundFen } = message.facts
      return { icon: 'people', title: told.groupExpired, note: dots(title, told.back(yuanText(refundFen))) }
    }
    case 'seat-lost': {
      const { title, chooseBy } = message.facts
      return { icon: 'people', title: told.seatLost, note: dots(title, told.chooseBy(momentName(chooseBy, now))) }
    }
    case 'refund-sent':
      return { icon: 'undo', title: told.refund(yuanText(message.facts.refundFen)), note: message.facts.title }
    case 'coupon-ending': {
      const { couponIds, name, expiresAt } = message.facts
      const more = couponIds.length > 1 ? told.coupons(couponIds.length - 1) : told.couponUse
      return { icon: 'coupon', title: told.coupon(name), note: dots(endsText(expiresAt, now), more) }
    }
    case 'sale-opened': {
      const { title, community, endsAt } = message.facts
      // whose it is first: one may be in several communities
      return { icon: 'list', title: told.opened, note: dots(community, title, told.until(momentName(endsAt, now))) }
    }
    case 'sale-unpaid': {
      const { title, payBy } = message.facts
      return { icon: 'list', title: told.unpaid, note: dots(title, told.payBy(momentName(payBy, now))) }
    }
    case 'sale-closed': {
      const { title, backFen } = message.facts
      const what = backFen > 0 ? told.saleBack(yuanText(backFen)) : told.salePacking
      return { icon: 'list', title: told.saleClosed, note: dots(title, what) }
    }
    case 'shortage-cut': {
      const { title, cutPieces, refundFen } = message.facts
      return { icon: 'box', title: told.cut(cutPieces), note: dots(title, told.back(yuanText(refundFen))) }
    }
    case 'hand-over': {
      const { title, point, fromAt, untilAt } = message.facts
      return { icon: 'store', title: told.handOver(hour(fromAt), hour(untilAt)), note: dots(title, point) }
    }
    case 'list-ready': {
      const { title, orders, pieces } = message.facts
      return orders > 0
        ? { icon: 'list', title: told.listReady, note: dots(title, told.list(orders, pieces)) }
        : { icon: 'list', title: told.listEmpty, note: title }
    }
    case 'payout-waiting': {
      const { amountFen, confirmBy } = message.facts
      return { icon: 'card', title: told.payout(yuanText(amountFen)), note: told.confirmBy(momentName(confirmBy, now)) }
    }
    case 'leader-decided': {
      const { state, reason } = message.facts
      return { icon: 'people', title: told.decided[state], note: reason ?? told.start }
    }
    case 'community-offered': {
      const { community, from, answerBy } = message.facts
      return {
        icon: 'people',
        title: told.offered(from),
        note: dots(community, told.answerBy(momentName(answerBy, now))),
      }
    }
    default:
      return message satisfies never
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
const hour = (at: EpochMs): string => {
  const clock = shopClock(at)
  return `${clock.hour}:${two(clock.minute)}`
}

/** `9:42` today, `昨天 9:42`, else the day. */
export const whenText = (at: EpochMs, now: EpochMs): string => {
  const ago = Math.round((dayStart(now) - dayStart(at)) / DAY)
  const { month, day } = shopClock(at)
  return ago <= 0 ? hour(at) : ago === 1 ? `${copy.yesterday} ${hour(at)}` : `${month} 月 ${day} 日`
}
