import { memo } from 'react'
import { View } from '@tarojs/components'
import type { OrderCard } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import type { ShopperAct } from '@/domain/order/order'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { CountDown } from '@/ui/count-down'
import { ImageBox } from '@/ui/image-box'
import { momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { copy, fulfilmentText, moneyText, tradeText } from './copy'
import { saleCopy } from './sale-copy'
import { waitsForEnd } from './sale-words'
import { actWords } from './use-acts'
import './order.scss'

type Props = {
  readonly order: OrderCard
  readonly onOpen: (orderId: OrderId) => void
  readonly onAct: (order: OrderCard, act: ShopperAct) => void
  readonly onDeadline: () => void
}

/** At most two buttons stand on a card; the rest is inside. */
const shown = (acts: readonly ShopperAct[]): readonly ShopperAct[] =>
  acts.filter((act) => act !== 'change-address').slice(0, 2)

const stateText = (order: OrderCard): string => {
  if (order.money === 'refunding' || order.money === 'refunded') return moneyText[order.money]
  if (waitsForEnd(order)) return saleCopy.untilEnd
  return order.trade === 'fulfilling' ? fulfilmentText[order.fulfilment] : tradeText[order.trade]
}

const Drawn = ({ order, onOpen, onAct, onDeadline }: Props) => {
  const { now } = usePhone()
  return (
    <Card>
      <View {...tap(() => onOpen(order.id), `${order.firstTitle}，${stateText(order)}`, { role: 'link' })}>
        <View className="row sp">
          <View className="row">
            <View className="n1">{momentText(order.placedAt, now())}</View>
            {order.sale && (
              <Chip tone="leaf" isSmall>
                {saleCopy.listed(order.sale.number)}
              </Chip>
            )}
          </View>
          {order.payDeadlineAt ? (
            <View className="row order-deadline">
              <View className="n1">{copy.payIn}</View>
              <CountDown until={order.payDeadlineAt} isSoft onEnd={onDeadline} />
            </View>
          ) : (
            <View className="order-state">{stateText(order)}</View>
          )}
        </View>
        <View className="row mt2">
          <View className="order-pictures grow">
            {order.pictures.map((picture, nth) => (
              <View className="order-picture" key={nth}>
                <ImageBox picture={picture} isSmall />
              </View>
            ))}
            {order.pictures.length === 1 && <View className="order-title two-lines">{order.firstTitle}</View>}
          </View>
          <View className="order-sum">
            <PriceText fen={order.totalFen} isTotal isInk size={18} />
            <View className="n1">{copy.pieces(order.pieces)}</View>
          </View>
        </View>
      </View>
      <View className="order-acts">
        {[...shown(order.acts)].reverse().map((act) => (
          <Button
            key={act}
            kind={act === 'pay' || act === 'confirm-receipt' ? 'fill' : 'line'}
            isSmall
            onTap={() => onAct(order, act)}
          >
            {actWords(act, order.trade)}
          </Button>
        ))}
      </View>
    </Card>
  )
}

export const OrderRow = memo(Drawn)
