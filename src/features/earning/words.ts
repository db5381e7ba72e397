/** Money and moments of a statement, and a row told in words. */
import type { StatementRowView } from '@/contract/earning'
import { yuanText, type Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import { momentText } from '@/ui/moment-text'
import { copy } from './copy'

const words = copy.explain

/** `1_250` → `12.5`. */
export const percentText = (rateBp: number): string => String(rateBp / 100)

/** Millionths of a yuan with as many decimals as it has, two at least. */
export const exactText = (microYuan: number): string => {
  const sign = microYuan < 0 ? '−' : ''
  const [whole = '0', rest = ''] = (Math.abs(microYuan) / 1_000_000).toFixed(6).split('.')
  return `${sign}${whole}.${rest.replace(/0{1,4}$/, '')}`
}

/** `+12.30`, `−4.00`. */
export const signedText = (amount: Fen): string => (amount > 0 ? `+${yuanText(amount)}` : yuanText(amount))

export const rowTitle = ({ goods, kind }: StatementRowView): string =>
  kind === 'claw-back'
    ? [copy.row.clawBack, goods?.title].filter(Boolean).join(' · ')
    : goods
      ? copy.row.goods(goods.title, goods.quantity)
      : copy.row.adjustment

/** Why it stands where it stands, and when it moves on. */
export const whyText = ({ why }: StatementRowView, now: EpochMs): string => {
  switch (why.kind) {
    case 'waiting':
      return why.receivedAt !== null && why.releaseAt !== null
        ? words.why.waiting(momentText(why.receivedAt, now), momentText(why.releaseAt, now))
        : words.why.waitingOnly
    case 'awaiting-confirm':
      return words.why['awaiting-confirm'](momentText(why.untilAt, now))
    case 'paid':
    case 'failed':
    case 'refunded':
      return words.why[why.kind](momentText(why.at, now))
    case 'clawed-back':
      return words.why['clawed-back'](yuanText(why.fromFen), yuanText(why.toFen))
    case 'adjusted':
      return words.why.adjusted(why.remark)
    case 'not-received':
    case 'after-sale':
    case 'payable':
    case 'paying':
    case 'own-purchase':
      return words.why[why.kind]
    default:
      return why satisfies never
  }
}

export const whoseText = ({ attribution }: StatementRowView, now: EpochMs): string | null => {
  if (!attribution) return null
  const { kind, place, buyer, at } = attribution
  switch (kind) {
    case 'sale':
      return words.attribution.sale(place, buyer)
    case 'touch':
      return words.attribution.touch(place, buyer, at === null ? '' : momentText(at, now))
    case 'own-purchase':
    case 'none':
      return words.attribution[kind]()
    default:
      return kind satisfies never
  }
}
