import { View } from '@tarojs/components'
import type { SaleView } from '@/contract/sale'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { dayText, spanText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { copy } from './copy'

/** Where and when it is handed over, and what is promised. */
export const SalePlace = ({ view }: { readonly view: SaleView }) => {
  const now = usePhone().now()
  const { pickupPoints, handOverFromAt, handOverUntilAt, keepDays, shortagePolicy } = view
  const window = copy.place.when(spanText(handOverFromAt, handOverUntilAt, now))
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

const Fact = ({ icon, title, note }: { readonly icon: IconName; readonly title: string; readonly note: string }) => (
  <View className="row top sale-fact">
    <Icon name={icon} size={20} className="leafy" />
    <View className="grow">
      <View className="b">{title}</View>
      <View className="n1">{note}</View>
    </View>
  </View>
)
