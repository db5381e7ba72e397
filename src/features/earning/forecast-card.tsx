import { View } from '@tarojs/components'
import type { Forecast } from '@/domain/commission/forecast'
import { addFen, yuanText } from '@/domain/money'
import { dayText } from '@/ui/moment-text'
import { Card, CardHead } from '@/ui/card'
import { usePhone } from '@/ui/phone'
import { copy } from './copy'

const words = copy.forecast
const SHOWN = 10

/** What comes on which day: full green is certain, pale is a guess. */
export const ForecastCard = ({ forecast: { days, heldFen } }: { readonly forecast: Forecast }) => {
  const now = usePhone().now()
  const shown = days.filter((day) => day.payableFen + day.accruedFen + day.estimatedFen !== 0).slice(0, SHOWN)
  const most = Math.max(1, ...shown.map((day) => day.payableFen + day.accruedFen + day.estimatedFen))
  const width = (part: number): string => `width:${Math.max(0, Math.round((part / most) * 100))}%`
  return (
    <Card>
      <CardHead title={words.title} />
      {shown.length === 0 && <View className="n2 mt2">{words.none}</View>}
      {shown.map((day) => (
        <View className="come-row" key={day.dayAt}>
          <View className="come-day">{dayText(day.dayAt, now)}</View>
          <View className="come-bar">
            <View className="come-sure" style={width(day.payableFen + day.accruedFen)} />
            <View className="come-likely" style={width(day.estimatedFen)} />
          </View>
          <View className="come-sum">{`¥${yuanText(sumOf(day))}`}</View>
        </View>
      ))}
      {shown.length > 0 && (
        <View className="row mt2 n1">
          <View className="come-dot come-sure" />
          {words.sure}
          <View className="come-dot come-likely" />
          {words.likely}
        </View>
      )}
      {heldFen > 0 && <View className="n1 mt2">{words.held(yuanText(heldFen))}</View>}
    </Card>
  )
}

const sumOf = ({ payableFen, accruedFen, estimatedFen }: Forecast['days'][number]) =>
  addFen(payableFen, accruedFen, estimatedFen)
