import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { OrderAxes, OrderTimeline, type TimelineStep } from '@/ui/order-timeline'

const steps: readonly TimelineStep[] = [
  { key: '1', time: '09:42', title: '下单，库存为你留好', axis: '交易', when: 'past' },
  { key: '2', time: '09:43', title: '微信支付 ¥94.00 到账', axis: '款项', note: '省 ¥33.00', when: 'past' },
  { key: '3', time: '14:05', title: '店里开始备货', axis: '取货', when: 'past' },
  { key: '4', time: '16:40', title: '送到小满家，5 件都齐', axis: '取货', when: 'past' },
  { key: '5', time: '现在', title: '等你来取', axis: '取货', note: '20:30 前没空，可改到明天', when: 'now' },
  { key: '6', time: '取后', title: '确认收货，订单完成', axis: '交易', note: '两天后自动确认', when: 'next' },
  { key: '7', time: '7 天内', title: '随时可申请售后', axis: '款项', when: 'next' },
]

export const OrderParts = () => (
  <Card>
    <OrderAxes
      axes={[
        { name: '交易', state: '进行中', look: 'now' },
        { name: '款项', state: '已付 ¥94', look: 'done' },
        { name: '取货', state: '待取', look: 'now' },
      ]}
    />
    <View className="mt4">
      <OrderTimeline steps={steps} />
    </View>
  </Card>
)
