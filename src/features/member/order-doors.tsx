import { View } from '@tarojs/components'
import type { MeView } from '@/contract/member'
import type { OrderTab } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import { Card, CardHead } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { ComingStrip } from './coming-strip'
import { copy } from './copy'
import './member.scss'

type Counts = MeView['counts']
type Door = {
  readonly tab: OrderTab
  readonly icon: IconName
  readonly text: string
  readonly count: (counts: Counts) => number
}

const doors: readonly Door[] = [
  { tab: 'to-pay', icon: 'card', text: copy.orders.toPay, count: ({ toPay }) => toPay },
  { tab: 'to-ship', icon: 'box', text: copy.orders.toShip, count: ({ toShip }) => toShip },
  { tab: 'to-receive', icon: 'truck', text: copy.orders.toReceive, count: ({ toReceive }) => toReceive },
  { tab: 'done', icon: 'check', text: copy.orders.done, count: () => 0 },
]

type Props = {
  readonly counts: Counts | null
  readonly coming: MeView['coming']
  readonly onOpen: (tab?: OrderTab) => void
  readonly onOrder: (orderId: OrderId) => void
}

/** The ways into one's orders, each with how many wait there, and below them what comes next. */
export const OrderDoors = ({ counts, coming, onOpen, onOrder }: Props) => (
  <Card look="up" className="me-orders">
    <CardHead title={copy.orders.title} more={copy.orders.all} onMore={() => onOpen()} />
    <View className="me-doors">
      {doors.map(({ tab, icon, text, count }) => {
        const waiting = counts ? count(counts) : 0
        return (
          <View className="me-door" key={tab} {...tap(() => onOpen(tab), copy.orders.open(text, waiting))}>
            <View className="me-door-sign">
              <Icon name={icon} size={25} />
              {waiting > 0 && <View className="me-door-count">{waiting > 99 ? '99+' : waiting}</View>}
            </View>
            {text}
          </View>
        )
      })}
    </View>
    {coming && <ComingStrip order={coming} onOpen={onOrder} />}
    {counts && counts.afterSale > 0 && (
      <View className="me-strip" {...tap(() => onOpen())}>
        <Icon name="undo" size={22} className="leafy" />
        <View className="grow">
          <View className="b">{copy.orders.refunding(counts.afterSale)}</View>
          <View className="n1">{copy.orders.refundingNote}</View>
        </View>
        <Icon name="forward" size={16} className="me-go" />
      </View>
    )}
  </Card>
)
