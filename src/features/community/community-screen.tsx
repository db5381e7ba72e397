import { View } from '@tarojs/components'
import { read } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useScreen } from '@/platform/screen'
import { AddressCard } from '@/ui/address-card'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { copy } from './copy'
import './community.scss'

/** What the communities will be, told before the first one opens; nothing here pretends to be one. */
export const CommunityScreen = () => {
  // the home screen knows the pick-up point; without an answer the page tells the rest
  const { view } = useScreen(() => read('feed', 'home', {}))
  const point = view?.pickupPoint
  return (
    <>
      <View className="together">
        <View className="together-title">{copy.title}</View>
        <View className="n2 mt2">{copy.note}</View>
      </View>
      <Card look="up">
        <CardHead title={copy.how} />
        {copy.steps.map(({ title, note }, place) => (
          <View className="step" key={title}>
            <View className="step-count">{place + 1}</View>
            <View className="grow">
              <View className="b">{title}</View>
              <View className="n2">{note}</View>
            </View>
          </View>
        ))}
      </Card>
      {point && <AddressCard title={point.name} note={`${point.address} · ${copy.hours(point.hours)}`} />}
      <Card>
        <CardHead title={copy.honestTitle} />
        {copy.honest.map((words) => (
          <View className="honest" key={words}>
            <Icon name="check" size={17} className="leafy" />
            <View className="grow">{words}</View>
          </View>
        ))}
      </Card>
      <View className="together-way">
        <Button width="wide" onTap={go.home}>
          {copy.shop}
        </Button>
      </View>
    </>
  )
}
