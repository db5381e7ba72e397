import { View } from '@tarojs/components'
import type { SaleView } from '@/contract/sale'
import { shopClock, type EpochMs } from '@/domain/time'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { dayText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { copy } from './copy'

/** Where and when it is handed over, and what is promised. */
export const SalePlace = ({ view }: { readonly view: SaleView }) => {
  const now = usePhone().now()
  const { pickupPoints, handOverFromAt, handOverUntilAt, keepDays, shortagePolicy } = view
  const window = copy.place.when(dayText(handOverFromAt, now), clock(handOverFromAt), clock(handOverUntilAt))
  return (
    <Card>
      {pickupPoints.length === 0 ? (
        <Fact icon="truck" title={copy.place.courier} note={copy.place.courierNote(dayText(handOverFromAt, now))} />
      ) : (
        pickupPoints.map(({ id, name, address, walkMinutes }) => (
          <Fact
            key={id}
            icon="address"
            title={name}
            note={[window, walkMinutes === null ? address : copy.place.walk(walkMinutes)].join(' · ')}
          />
        ))
      )}
      <Fact
        icon="shield"
        title={copy.promise.title}
        note={[copy.promise.policy[shortagePolicy], pickupPoints.length > 0 && copy.place.kept(keepDays)]
          .filter(Boolean)
          .join('；')}
      />
    </Card>
  )
}

const clock = (at: EpochMs): string => {
  const { hour, minute } = shopClock(at)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

const Fact = ({ icon, title, note }: { readonly icon: IconName; readonly title: string; readonly note: string }) => (
  <View className="row top sale-fact">
    <Icon name={icon} size={20} className="leafy" />
    <View className="grow">
      <View className="b">{title}</View>
      <View className="n1">{note}</View>
    </View>
  </View>
)
