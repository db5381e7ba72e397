import type { CallOutput } from '@/contract/index'
import { subtractFen } from '@/domain/money'
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
  return `${share > 0 ? '+' : ''}${percentText(share)}`
}

/** Basis points as percentage points: `-30` → `"−0.3"`. */
const pointsText = (bp: number): string => `${bp > 0 ? '+' : bp < 0 ? '−' : ''}${(Math.abs(bp) / 100).toFixed(1)}`

const kpisOf = ({ now, before, weekday }: Props): Kpi[] => {
  const average = subtractFen(now.averageFen, before.averageFen)
  return [
    {
      label: words.paid,
      value: <Money amount={now.paidFen} weight={650} />,
      change: growthText(now.paidFen, before.paidFen),
      isGood: now.paidFen >= before.paidFen,
      note: words.sameHours(weekday),
    },
    {
      label: words.orders,
      value: countText(now.paidOrders),
      change: signedText(now.paidOrders - before.paidOrders),
      isGood: now.paidOrders >= before.paidOrders,
      note: words.lastWeekOrders(weekday, countText(before.paidOrders)),
    },
    {
      label: words.average,
      value: <Money amount={now.averageFen} weight={650} />,
      change: `${average > 0 ? '+' : ''}${moneyText(average)}`,
      isGood: average >= 0,
      note: words.lastWeekAverage(weekday, moneyText(before.averageFen)),
    },
    {
      label: words.newBuyers,
      value: countText(now.newBuyers),
      change: signedText(now.newBuyers - before.newBuyers),
      isGood: now.newBuyers >= before.newBuyers,
      note: words.lastWeekBuyers(weekday, countText(before.newBuyers)),
    },
    {
      label: words.refundRate,
      value: percentText(now.refundRateBp / 10_000),
      change: words.points(pointsText(now.refundRateBp - before.refundRateBp)),
      isGood: now.refundRateBp <= before.refundRateBp,
      note: words.lastWeekRate(weekday, percentText(before.refundRateBp / 10_000)),
    },
  ]
}

export const Kpis = (props: Props) => <KpiStrip figures={kpisOf(props)} />
