import { View } from '@tarojs/components'
import type { OrderView } from '@/contract/order'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { copy } from './copy'
import './order.scss'

type Props = { readonly pickup: NonNullable<OrderView['pickup']>; readonly isOpen: boolean }

/** Where to fetch it, and six digits that say whose it is. */
export const PickupCode = ({ pickup: { point, code }, isOpen }: Props) => (
  <Card look="up">
    {isOpen && code && (
      <View className="mt1">
        <View className="n2">{copy.code}</View>
        <View className="order-code">{`${code.slice(0, 3)} ${code.slice(3)}`}</View>
        <View className="n1">{copy.codeNote(point.keeper)}</View>
      </View>
    )}
    <View className={isOpen && code ? 'row mt4' : 'row'}>
      <Icon name="address" size={22} className="leafy" />
      <View className="grow">
        <View className="b">{point.name}</View>
        <View className="n1">{`${point.address} · ${point.hours}`}</View>
      </View>
    </View>
  </Card>
)
