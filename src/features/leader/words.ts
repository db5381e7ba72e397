/** Figures and moments as the workbench writes them. */
import { yuanText, type Fen } from '@/domain/money'
import { shopClock, type EpochMs } from '@/domain/time'
import type { SaleRow } from '@/contract/leader'
import { momentText } from '@/ui/moment-text'
import { copy } from './copy'

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** `216_850` → `2,169`: a figure to glance at; what is paid or owed is written to the fen elsewhere. */
export const wholeYuan = (amount: Fen): string => grouped(String(Math.round(amount / 100)))

/** `216_850` → `2,168.50`. */
export const exactYuan = (amount: Fen): string => {
  const [whole = '', cents = ''] = yuanText(amount).split('.')
  return `${grouped(whole)}.${cents}`
}

export const clockText = (at: EpochMs): string => {
  const { hour, minute } = shopClock(at)
  return copy.clock(hour, minute)
}

/** What comes next in a sale, by the clock that matters now. */
export const nextMoment = (sale: Pick<SaleRow, 'state' | 'startsAt' | 'endsAt' | 'handOverFromAt'>, now: EpochMs) => {
  if (sale.state === 'open')
    return sale.startsAt > now
      ? copy.when.starts(momentText(sale.startsAt, now))
      : copy.when.ends(momentText(sale.endsAt, now))
  if (sale.state === 'closed' || sale.state === 'picking')
    return copy.when.handOver(momentText(sale.handOverFromAt, now))
  return copy.state[sale.state]
}

/** A product's name and what its options add to it: 「鲜牛乳 950ml」「全脂 950ml」 is 「鲜牛乳 950ml 全脂」. */
export const goodsName = ({
  title,
  options,
}: {
  readonly title: string
  readonly options: readonly string[]
}): string =>
  [title, ...options.flatMap((option) => option.split(' ')).filter((word) => !title.includes(word))].join(' ')
