import { View } from '@tarojs/components'
import { Card, More } from './card'
import { Icon, type IconName } from './icon'
import { tap } from './tap'
import './address-card.scss'

type Props = {
  readonly icon?: IconName
  readonly title: string
  /** Lines as they are broken. */
  readonly note: string
  readonly action?: string
  readonly onTap?: () => void
}

/** Where the goods meet the person: a pick-up point or an address, with the way to another one. */
export const AddressCard = ({ icon = 'address', title, note, action, onTap }: Props) => (
  <Card look="up">
    <View className="place" {...(onTap ? tap(onTap, `${title}，${note}`) : {})}>
      <View className="place-sign">
        <Icon name={icon} size={24} />
      </View>
      <View className="grow">
        <View className="place-title">{title}</View>
        <View className="n2 place-note">{note}</View>
      </View>
      {action && <More text={action} />}
    </View>
  </Card>
)
