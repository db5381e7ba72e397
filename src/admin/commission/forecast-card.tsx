/** What comes on which day: what can be paid now, what is certain, and what is likely. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Forecast, ForecastDay } from '@/domain/commission/forecast'
import { DAY, later, shopClock } from '@/domain/time'
import { ZERO } from '@/domain/money'
import { Chart } from '../parts/chart'
import { moneyText } from '../parts/money'
import { Card } from '../parts/page'
import { color, shade, tone } from '../theme'
import { copy } from './statement-copy'

const LEAST_DAYS = 8
const MOST_DAYS = 15

const series = [
  { key: 'payableFen', name: copy.legend.payable, fill: color.leaf },
  { key: 'accruedFen', name: copy.legend.accrued, fill: tone.doing.dot },
  { key: 'estimatedFen', name: copy.legend.estimated, fill: shade.field },
] as const

/** Every day from today, also those on which nothing comes. */
const everyDay = ({ days }: Forecast): ForecastDay[] => {
  const [today] = days
  if (!today) return []
  const last = days[days.length - 1] ?? today
  const count = Math.min(MOST_DAYS, Math.max(LEAST_DAYS, Math.round((last.dayAt - today.dayAt) / DAY) + 1))
  return Array.from({ length: count }, (_, i) => {
    const dayAt = later(today.dayAt, i * DAY)
    return days.find((day) => day.dayAt === dayAt) ?? { dayAt, payableFen: ZERO, accruedFen: ZERO, estimatedFen: ZERO }
  })
}

const optionOf = (days: readonly ForecastDay[]): EChartsCoreOption => ({
  grid: { left: 40, right: 4, top: 22, bottom: 22 },
  tooltip: { trigger: 'axis', valueFormatter: (value: number) => `¥${value.toFixed(2)}` },
  xAxis: {
    type: 'category',
    data: days.map(({ dayAt }, i) => {
      const { day } = shopClock(dayAt)
      return i === 0 ? copy.day(day) : String(day)
    }),
  },
  yAxis: { type: 'value', splitNumber: 4 },
  series: series.map(({ key, name, fill }, at) => ({
    name,
    type: 'bar',
    stack: 'all',
    color: fill,
    barMaxWidth: 18,
    itemStyle: { borderRadius: at === 0 ? 3 : 0 },
    data: days.map((day) => day[key] / 100),
    // the one number to read at a glance: what can be paid today
    label: {
      show: at === 0,
      position: 'top',
      color: color.ink,
      fontWeight: 600,
      formatter: ({ value, dataIndex }: { value: number; dataIndex: number }) =>
        value > 0 && days[dataIndex]?.accruedFen === 0 ? String(Math.round(value)) : '',
    },
  })),
})

export const ForecastCard = ({ forecast }: { forecast: Forecast }) => {
  const days = everyDay(forecast)
  const isEmpty = days.every((day) => series.every(({ key }) => day[key] === 0))
  return (
    <Card title={copy.forecast} aside={copy.forecastNote} className="forecast">
      {isEmpty ? (
        <p className="nothing-yet aside">{copy.forecastEmpty}</p>
      ) : (
        <>
          <Chart option={optionOf(days)} height={168} label={copy.forecast} />
          <ul className="forecast__legend">
            {series.map(({ key, name, fill }) => (
              <li key={key}>
                <i style={{ background: fill }} />
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
      {forecast.heldFen !== 0 && <p className="aside forecast__held">{copy.held(moneyText(forecast.heldFen))}</p>}
    </Card>
  )
}
