import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { tap } from './tap'
import './promise-list.scss'

export type PromiseLine = {
  readonly icon: IconName
  readonly title: string
  readonly note?: string
  readonly onTap?: () => void
}

/** What the shop stands for: when, where, and what if. */
export const PromiseList = ({ lines }: { readonly lines: readonly PromiseLine[] }) => (
  <View className="promises">
    {lines.map(({ icon, title, note, onTap }) => (
      <View className="promise" key={title} {...(onTap ? tap(onTap, title) : {})}>
        <Icon name={icon} className="promise-icon" />
        <View className="grow">
          <View className="b">{title}</View>
          {note && <View className="n1">{note}</View>}
        </View>
        {onTap && <Icon name="forward" size={16} className="promise-go" />}
      </View>
    ))}
  </View>
)
