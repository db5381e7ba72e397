import { View } from '@tarojs/components'
import type { ComingOrder } from '@/contract/member'
import { Icon } from '@/ui/icon'
import { ImageBox } from '@/ui/image-box'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './member.scss'

type Props = { readonly order: ComingOrder; readonly onOpen: (orderId: ComingOrder['id']) => void }

const noteOf = ({ pickup, firstTitle, pieces }: ComingOrder): string =>
  pickup
    ? copy.coming.pickup(pickup.point, `${pickup.code.slice(0, 3)} ${pickup.code.slice(3)}`)
    : copy.coming.goods(firstTitle, pieces)

/** The one order that wants something of me now: fetch it, or look where it is. */
export const ComingStrip = ({ order, onOpen }: Props) => {
  const title = order.pickup ? copy.coming.readyAt(order.pickup.hours) : copy.coming[order.fulfilment]
  return (
    <View className="me-strip" {...tap(() => onOpen(order.id), `${title}，${noteOf(order)}`, { role: 'link' })}>
      <View className="me-strip-picture">
        <ImageBox picture={order.picture} isSmall />
      </View>
      <View className="grow">
        <View className="me-strip-title cut">{title}</View>
        <View className="n1">{noteOf(order)}</View>
      </View>
      <Icon name="forward" size={16} className="me-go" />
    </View>
  )
}
