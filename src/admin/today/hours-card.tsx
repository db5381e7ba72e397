import { useMemo } from 'react'
import type { CallOutput } from '@/contract/index'
import { fen } from '@/domain/money'
import type { ShopClock } from '@/domain/time'
import { LineChart, LineLegend } from '../parts/line-chart'
import { moneyText } from '../parts/money'
import { Card } from '../parts/page'
import { copy } from './copy'

type Hours = CallOutput<'staff-order', 'today'>['hours']

const words = copy.hours
const yuan = (amount: number | null): number | null => (amount === null ? null : amount / 100)
const yuanWords = (value: number): string => moneyText(fen(Math.round(value * 100)))

/** Opening hours at least; wider if somebody paid earlier or later on either day. */
const span = ({ today, lastWeek }: Hours): [from: number, to: number] => {
  const busy = lastWeek.flatMap((amount, hour) => (amount > 0 || (today[hour] ?? 0) > 0 ? [hour] : []))
  return [Math.min(8, ...busy), Math.max(22, ...busy)]
}

export const HoursCard = ({ hours, clock }: { hours: Hours; clock: ShopClock }) => {
  const { hour, weekday } = clock
  const names = useMemo(() => [words.today, words.lastWeek(weekday)] as const, [weekday])
  const series = useMemo(() => {
    const [from, to] = span(hours)
    return {
      labels: Array.from({ length: to - from + 1 }, (_, i) => `${from + i}:00`),
      ours: hours.today.slice(from, to + 1).map(yuan),
      compared: hours.lastWeek.slice(from, to + 1).map(yuan),
    }
  }, [hours])
  return (
    <Card title={words.title} aside={words.aside} action={<LineLegend names={names} />}>
      <LineChart
        {...series}
        names={names}
        running={words.running(hour)}
        height="100%"
        label={words.title}
        valueText={yuanWords}
      />
    </Card>
  )
}
