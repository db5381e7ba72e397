import type { CallOutput } from '@/contract/index'
import { fen, subtractFen } from '@/domain/money'
import { KpiStrip } from '../parts/kpi-strip'
import type { Kpi } from '../parts/kpi-strip'
import { Money, moneyText } from '../parts/money'
import { countText, percentText, signedText } from '../parts/count-text'
import { copy } from './copy'

type Figures = CallOutput<'staff-order', 'today'>['kpis']
type Props = { now: Figures; before: Figures; weekday: number }

const words = copy.kpis

/** `"+12.4%"`; nothing where there was nothing to compare with. */
const growthText = (now: number, before: number): string | undefined => {
  if (before === 0) return undefined
  const share = (now - before) / before
  if (share === 0) return words.same
  return `${share > 0 ? '+' : ''}${percentText(share)}`
}

/** Basis points as percentage points: `-30` → `"−0.3"`. */
const pointsText = (bp: number): string => `${bp > 0 ? '+' : bp < 0 ? '−' : ''}${(Math.abs(bp) / 100).toFixed(1)}`

const changeText = (text: (change: number) => string, change: number): string =>
  change === 0 ? words.same : text(change)

/** True for better, false for worse, undefined for the same. */
const verdict = (gain: number): boolean | undefined => (gain === 0 ? undefined : gain > 0)

const kpisOf = ({ now, before, weekday }: Props): Kpi[] => {
  const average = subtractFen(now.averageFen, before.averageFen)
  return [
    {
      label: words.paid,
      value: <Money amount={now.paidFen} weight={650} />,
      change: growthText(now.paidFen, before.paidFen),
      isGood: verdict(now.paidFen - before.paidFen),
      note: words.sameHours(weekday),
    },
    {
      label: words.orders,
      value: countText(now.paidOrders),
      change: changeText(signedText, now.paidOrders - before.paidOrders),
      isGood: verdict(now.paidOrders - before.paidOrders),
      note: words.lastWeekOrders(weekday, countText(before.paidOrders)),
    },
    {
      label: words.average,
      value: <Money amount={now.averageFen} weight={650} />,
      change: changeText((n) => `${n > 0 ? '+' : ''}${moneyText(fen(n))}`, average),
      isGood: verdict(average),
      note: words.lastWeekAverage(weekday, moneyText(before.averageFen)),
    },
    {
      label: words.newBuyers,
      value: countText(now.newBuyers),
      change: changeText(signedText, now.newBuyers - before.newBuyers),
      isGood: verdict(now.newBuyers - before.newBuyers),
      note: words.lastWeekBuyers(weekday, countText(before.newBuyers)),
    },
    {
      label: words.refundRate,
      value: percentText(now.refundRateBp / 10_000),
      change: changeText((bp) => words.points(pointsText(bp)), now.refundRateBp - before.refundRateBp),
      isGood: verdict(before.refundRateBp - now.refundRateBp),
      note: words.lastWeekRate(weekday, percentText(before.refundRateBp / 10_000)),
    },
  ]
}

export const Kpis = (props: Props) => <KpiStrip figures={kpisOf(props)} />
