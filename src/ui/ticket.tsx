import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { CouponOffer } from '@/domain/coupon/terms'
import { rateText, tagYuan, thresholdText, type Face } from './coupon-words'
import './ticket.scss'

type Props = PropsWithChildren<{
  readonly face: Pick<Face, 'name' | 'offer' | 'thresholdFen'>
  /** Below the name: for which goods. */
  readonly note: string
  /** Until when. */
  readonly until?: string | undefined
  /** It ends today or tomorrow. */
  readonly isSoon?: boolean
  /** `off` is one that can't be used: still to be read, no longer warm. */
  readonly look?: 'warm' | 'leaf' | 'off'
  /** At the right, what to do with it. */
  readonly act?: ReactNode
}>

/** A coupon as a ticket with its stub torn at the fold: what it gives at the left, what it is at the right. */
export const Ticket = ({ face, note, until, isSoon = false, look = 'warm', act, children }: Props) => (
  <View className="ticket-lift">
    <View className={`ticket ticket-${look}`}>
      <View className="ticket-stub">
        <Figure offer={face.offer} />
        <View className="ticket-over">{thresholdText(face.thresholdFen)}</View>
      </View>
      <View className="ticket-rest">
        <View className="ticket-row">
          <View className="grow">
            <View className="ticket-name">{face.name}</View>
            <View className="n1 mt1">{note}</View>
            {until && <View className={isSoon ? 'n1 acc' : 'n1'}>{until}</View>}
          </View>
          {act}
        </View>
        {children}
      </View>
    </View>
  </View>
)

const Figure = ({ offer }: { readonly offer: CouponOffer }) => {
  switch (offer.kind) {
    case 'amount':
      return <Yuan text={tagYuan(offer.offFen)} />
    case 'percent': {
      const [figure = '', unit = ''] = rateText(offer.offBp).split(' ')
      return (
        <View className="ticket-figure">
          {figure}
          <View className="ticket-sign">{unit}</View>
        </View>
      )
    }
    case 'delivery':
      return offer.offFen === null ? (
        <View className="ticket-figure ticket-words">免运费</View>
      ) : (
        <>
          <View className="ticket-over">运费减</View>
          <Yuan text={tagYuan(offer.offFen)} />
        </>
      )
    default:
      return offer satisfies never
  }
}

/** Long sums get smaller figures, so that they stay on the stub. */
const Yuan = ({ text }: { readonly text: string }) => (
  <View className={text.length > 3 ? 'ticket-figure ticket-long' : 'ticket-figure'}>
    <View className="ticket-sign">¥</View>
    {text}
  </View>
)
