/** Orders by margin, as they were and as they would have been. */
import { useMemo } from 'react'
import type { Trial } from '@/domain/promotion/sandbox'
import { MARGIN_ENDS } from '@/domain/promotion/sandbox'
import { color, shade } from '../theme'
import { Chart } from '../parts/chart'
import { countText } from '../parts/count-text'
import { copy } from './sandbox-copy'

const percent = (bp: number): string => String(bp / 100)
const labels = [
  '<0',
  ...MARGIN_ENDS.map((end, n) => {
    const next = MARGIN_ENDS[n + 1]
    return next === undefined ? `≥${percent(end)}%` : `${percent(end)}–${percent(next)}`
  }),
]

export const MarginBars = ({ buckets }: Pick<Trial, 'buckets'>) => {
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis', axisPointer: { type: 'none' } },
      grid: { left: 36, right: 4, top: 10, bottom: 24 },
      xAxis: { type: 'category', data: labels, axisLabel: { interval: 0 } },
      yAxis: { type: 'value', splitNumber: 3, minInterval: 1, axisLabel: { formatter: countText } },
      series: [
        { name: copy.before, type: 'bar', data: buckets.before, itemStyle: { color: shade.compared }, barGap: '10%' },
        { name: copy.after, type: 'bar', data: buckets.after, itemStyle: { color: color.accent } },
      ],
    }),
    [buckets],
  )
  return <Chart option={option} height={232} label={copy.histogram} />
}
