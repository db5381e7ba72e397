import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { OrderView } from '@/contract/order'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { PriceText } from '@/ui/price-text'
import { copy } from './copy'
import { PickupCode } from './pickup-code'
import { addressText } from './words'
import './order.scss'

type Props = {
  readonly order: OrderView
  readonly onSee: () => void
  readonly onHome: () => void
  /** What may be asked now that it is paid. */
  readonly children?: ReactNode
}

/** It is paid: how much, what happens next, and the two ways on. */
export const PaidScreen = ({ order, onSee, onHome, children }: Props) => {
  const isPaid = order.money !== 'unpaid'
  return (
    <>
      <View className="paid-mark">
        <Icon name={isPaid ? 'check' : 'clock'} size={38} />
      </View>
      <View className="paid-words">
        <View className="h5">{isPaid ? copy.paid.title : copy.paid.waitTitle}</View>
        <View className="paid-sum">
          <PriceText fen={order.totalFen} isTotal isInk size={26} />
        </View>
        <View className="n2 mt2">
          {isPaid ? (order.pickup ? copy.paid.pickup : copy.paid.deliver) : copy.paid.waitNote}
        </View>
      </View>
      {order.pickup ? (
        <PickupCode
          pickup={order.pickup}
          isOpen={order.trade === 'fulfilling'}
          isReady={order.fulfilment === 'ready'}
        />
      ) : (
        <Card>
          <View className="b">{addressText(order)}</View>
        </Card>
      )}
      {children}
      <View className="paid-ways">
        <Button kind="line" width="grow" onTap={onHome}>
          {copy.paid.home}
        </Button>
        <Button width="grow" onTap={onSee}>
          {copy.paid.see}
        </Button>
      </View>
    </>
  )
}
