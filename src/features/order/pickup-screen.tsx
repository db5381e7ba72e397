import { useEffect } from 'react'
import { View } from '@tarojs/components'
import type { PickupKey } from '@/contract/sale'
import { isOnShelf } from '@/domain/pickup/bag'
import { brightenScreen } from '@/platform/bright-screen'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { momentText } from '@/ui/moment-text'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { role } from '@/ui/tap'
import { copy } from './copy'
import { saleCopy } from './sale-copy'
import { isDelivered, windowText } from './sale-words'
import { TurningCode } from './turning-code'
import type { HeldKey } from './use-pickup-key'
import './pickup-code.scss'

const words = saleCopy.code

type Props = Pick<HeldKey, 'isFromPhone'> & {
  readonly held: NonNullable<HeldKey['held']>
  readonly onOrder: () => void
}

/** Held out over the counter: the number on the bag, the code that turns, and six digits for when nothing scans. */
export const PickupScreen = ({ held, isFromPhone, onOrder }: Props) => {
  const { key } = held
  useEffect(brightenScreen, [])
  return (
    <>
      {isOnShelf(key.bag) ? (
        <>
          <HeldOut held={held} isFromPhone={isFromPhone} />
          <Place bag={key} />
        </>
      ) : (
        <Gone bag={key} />
      )}
      <View className="pickup-ways">
        <Button kind="line" width="wide" onTap={onOrder}>
          {words.see}
        </Button>
      </View>
    </>
  )
}

const HeldOut = ({ held, isFromPhone }: Omit<Props, 'onOrder'>) => {
  const { number, forName, plainCode, place, bag, keptUntilAt, state, title } = held.key
  const now = usePhone().now()
  return (
    <View className="pickup-paper">
      <View className="pickup-note">{forName ? words.numberOf(forName) : words.number}</View>
      <View className="pickup-number pickup-number-big">{number}</View>
      <View className="pickup-note">{title}</View>
      <TurningCode held={held} isBig />
      {plainCode && (
        <View className="pickup-plain" {...role('text')} aria-label={words.spokenPlain(plainCode)}>
          <View className="pickup-note">{words.plain}</View>
          <View className="pickup-digits">{copy.writtenCode(plainCode)}</View>
        </View>
      )}
      {place && isDelivered(state) && bag === 'waiting' && (
        <View className="pickup-note">{words.keeper(place.keeper)}</View>
      )}
      {!isDelivered(state) && <Note icon="clock">{words.early}</Note>}
      {bag === 'overdue' && <Note icon="clock">{words.overdue(momentText(keptUntilAt, now))}</Note>}
      {bag === 'no-show' && <Note icon="clock">{words.noShow}</Note>}
      {isFromPhone && <Note icon="offline">{words.offline}</Note>}
    </View>
  )
}

const Note = ({ icon, children }: { readonly icon: IconName; readonly children: string }) => (
  <Hint icon={icon} tone="honey" className="pickup-hint">
    {children}
  </Hint>
)

const Place = ({ bag }: { readonly bag: PickupKey }) => {
  const now = usePhone().now()
  const { place } = bag
  return (
    place && (
      <Card>
        <View className="row top">
          <Icon name="address" size={22} className="leafy" />
          <View className="grow">
            <View className="b">{place.name}</View>
            <View className="n1">{`${windowText(bag, now)} · ${place.address}`}</View>
          </View>
        </View>
      </Card>
    )
  )
}

/** There is nothing to show any more. */
const Gone = ({ bag }: { readonly bag: PickupKey }) => {
  const isHanded = bag.bag === 'handed'
  return (
    <View className="pickup-gone" {...role('status')}>
      <View className={isHanded ? 'paid-mark' : 'paid-mark pickup-back'}>
        <Icon name={isHanded ? 'check' : 'store'} size={38} />
      </View>
      <View className="h5">{isHanded ? words.handedTitle : words.returnedTitle}</View>
      <View className="n2 mt2">{isHanded ? words.handedNote : words.returnedNote}</View>
      <View className="n1 mt2">{`${bag.title} · ${saleCopy.place(bag.number ?? 0)}`}</View>
    </View>
  )
}
