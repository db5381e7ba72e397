import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { tap } from './tap'
import './list-row.scss'

type Props = {
  readonly icon?: IconName
  readonly title: string
  readonly note?: ReactNode
  readonly onTap?: () => void
}

/** A line of a list that leads on, or only says something. */
export const ListRow = ({ icon, title, note, onTap }: Props) => (
  <View className="line-row" {...(onTap ? tap(onTap) : {})}>
    {icon && <Icon name={icon} size={22} className="line-icon" />}
    <View className="grow">{title}</View>
    {note && <View className="line-note cut">{note}</View>}
    {onTap && <Icon name="forward" size={14} className="line-go" />}
  </View>
)

type SwitchProps = {
  readonly icon?: IconName
  readonly title: string
  readonly note?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A line that is itself the switch: the whole width takes the tap. */
export const SwitchRow = ({ icon, title, note, isOn, onChange }: SwitchProps) => (
  <View className="line-row" {...tap(() => onChange(!isOn), title, { role: 'switch', isOn })}>
    {icon && <Icon name={icon} size={22} className="line-icon" />}
    <View className="grow">
      {title}
      {note && <View className="n1">{note}</View>}
    </View>
    <View className={isOn ? 'switch switch-on' : 'switch'} />
  </View>
)
