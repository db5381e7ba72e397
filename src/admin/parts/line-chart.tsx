/** Ours against what we compare with: persimmon line with a soft area over a dashed grey line. */
import { useMemo } from 'react'
import { color, shade } from '../theme'
import { countText } from './count-text'
import { Chart } from './chart'
import './line-chart.css'

type Props = {
  labels: readonly string[]
  ours: readonly (number | null)[]
  compared: readonly (number | null)[]
  names: readonly [ours: string, compared: string]
  /** Said beside the last point of ours, while its period is still running. */
  running?: string | undefined
  height: number | string
  label: string
  valueText?: (value: number) => string
}

const lastPoint = (values: readonly (number | null)[]): number =>
  values.reduce<number>((last, value, at) => (value === null ? last : at), -1)

export const LineChart = ({ labels, ours, compared, names, running, height, label, valueText = countText }: Props) => {
  const option = useMemo(() => {
    const last = lastPoint(ours)
    // near the right edge the words stand over the point, so that they aren't cut off
    const place = last > labels.length * 0.75 ? { position: 'top', align: 'right' } : { position: 'right' }
    const point = last < 0 ? [] : [{ coord: [last, ours[last]], value: running ?? '' }]
    return {
      tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => (typeof v === 'number' ? valueText(v) : '—') },
      xAxis: { type: 'category', data: labels, boundaryGap: false, axisLabel: { interval: 1 } },
      yAxis: { type: 'value', splitNumber: 4, axisLabel: { formatter: countText } },
      series: [
        {
          name: names[0],
          type: 'line',
          data: ours,
          z: 3,
          areaStyle: { color: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: fade } },
          markPoint: {
            symbol: 'circle',
            symbolSize: 9,
            silent: true,
            itemStyle: { color: color.accent, borderColor: color.card, borderWidth: 1.5 },
            label: { show: true, ...place, distance: 10, color: color.ink2, fontSize: 12, formatter: '{c}' },
            data: point,
          },
        },
        {
          name: names[1],
          type: 'line',
          data: compared,
          lineStyle: { type: 'dashed', width: 1.4, color: shade.compared },
          itemStyle: { color: shade.compared },
        },
      ],
    }
  }, [labels, ours, compared, names, running, valueText])
  return <Chart option={option} height={height} label={label} />
}

const fade = [
  { offset: 0, color: 'rgba(232,80,42,.14)' },
  { offset: 1, color: 'rgba(232,80,42,.02)' },
]

export const LineLegend = ({ names }: { names: readonly [string, string] }) => (
  <span className="line-legend aside">
    <i className="line-legend__ours" /> {names[0]}
    <i className="line-legend__compared" /> {names[1]}
  </span>
)
