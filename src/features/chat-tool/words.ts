/** What the tool says of a sale, and what it says into the chat. */
import type { ChainEntryView, SaleLineView, SaleView } from '@/contract/sale'
import { yuanText } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import { momentText } from '@/ui/moment-text'
import { copy } from './copy'

/** WeChat's limit for the title of a reminder, where a Chinese character counts twice. */
const REMINDER_WIDTH = 30
const HAN = /[\u3400-\u9fff]/
/** WeChat takes Chinese, English and figures. */
const SAYABLE = /[\u3400-\u9fffA-Za-z0-9]/

/** The title of a reminder, cut to what WeChat takes: 「接龙付款 周五 · 草莓」 is 「接龙付款周五草莓」. */
export const reminderTitle = (text: string): string => {
  let title = ''
  let width = 0
  for (const sign of text) {
    if (!SAYABLE.test(sign)) continue
    width += HAN.test(sign) ? 2 : 1
    if (width > REMINDER_WIDTH) break
    title += sign
  }
  return title || copy.reminder.plain
}

type Line = Pick<SaleLineView, 'label' | 'tiers' | 'priceFen' | 'sold'>

/** A line of the sale with how far its price has come; null on the side of what is missing where there are no tiers. */
export const lineWords = ({ label, tiers, priceFen, sold }: Line) => {
  const next = tiers.find((tier) => tier.priceFen < priceFen)
  const missing = next && copy.line.next(Math.max(1, next.fromUnits - sold), yuanText(next.priceFen))
  return {
    sold: copy.line.sold(label, sold),
    price: copy.line.price(yuanText(priceFen)),
    next: missing ?? (tiers.length > 1 ? copy.line.last : null),
  }
}

export const whenWords = (
  { state, startsAt, endsAt }: Pick<SaleView, 'state' | 'startsAt' | 'endsAt'>,
  now: EpochMs,
): string => {
  if (state !== 'open' || endsAt <= now) return copy.ended(momentText(endsAt, now))
  return startsAt > now ? copy.starts(momentText(startsAt, now)) : copy.until(momentText(endsAt, now))
}

/** Who has ordered and not paid, as far as the page knows; null where nobody is left. */
export const unpaidWords = (chain: readonly ChainEntryView[]): string | null => {
  const names = chain.filter(({ isPending }) => isPending).map(({ name }) => name)
  return names.length === 0 ? null : copy.unpaid(names.slice(0, 3).join('、'), names.length)
}
