import { View } from '@tarojs/components'
import type { AssistHelperView } from '@/contract/assist'
import { Avatar } from '@/ui/avatar'
import { Icon } from '@/ui/icon'
import { copy } from './copy'
import { clockText } from './words'
import './assist.scss'

type Props = { readonly helpers: readonly AssistHelperView[]; readonly free: number; readonly known: number }

/** Who has helped, and when; others by the first character of their name. Places that wait can't be tapped: asking is below. */
export const HelperSeats = ({ helpers, free, known }: Props) => (
  <View className="helpers">
    {helpers.map(({ name, avatar, at }, nth) => (
      <View className={nth >= known ? 'helper helper-new' : 'helper'} key={at + name}>
        <Avatar url={avatar} name={name} size={48} />
        <View className="helper-name">{name}</View>
        <View className="helper-at">{copy.seat.helped(clockText(at))}</View>
      </View>
    ))}
    {Array.from({ length: free }, (_, nth) => (
      <View className="helper" key={nth}>
        <View className="helper-free">
          <Icon name="plus" size={18} />
        </View>
        <View className="helper-name">{copy.seat.open}</View>
      </View>
    ))}
  </View>
)
