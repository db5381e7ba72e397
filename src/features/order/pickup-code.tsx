import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OrderView } from '@/contract/order'
import { Card } from '@/ui/card'
import { DigitSquare } from '@/ui/digit-square'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { HeldOutCode } from './held-out-code'
import './pickup-code.scss'

type Props = {
  readonly pickup: NonNullable<OrderView['pickup']>
  readonly isOpen: boolean
  /** It lies there. Before that the code is good to know, but nobody has to come. */
  readonly isReady: boolean
}

/** Where to fetch it, and six digits that say whose it is: for eyes, for ears and for a scanner. */
export const PickupCode = ({ pickup: { point, code }, isOpen, isReady }: Props) => {
  const [isHeldOut, setIsHeldOut] = useState(false)
  const shown = isOpen ? code : null
  const note = isReady ? copy.codeNote(point.keeper) : copy.codeLater
  return (
    <Card look="up">
      {shown && (
        <View className="pickup-code" {...tap(() => setIsHeldOut(true), copy.enlargeCode(shown))}>
          <DigitSquare digits={shown} />
          <View className="grow">
            <View className="n2">{copy.code}</View>
            <View className="pickup-digits">{copy.writtenCode(shown)}</View>
            <View className="n1">{note}</View>
          </View>
        </View>
      )}
      <View className={shown ? 'row mt4' : 'row'}>
        <Icon name="address" size={22} className="leafy" />
        <View className="grow">
          <View className="b">{point.name}</View>
          <View className="n1">{`${point.address} · ${point.hours}`}</View>
        </View>
      </View>
      {shown && isHeldOut && <HeldOutCode code={shown} note={note} onClose={() => setIsHeldOut(false)} />}
    </Card>
  )
}
