import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import './chip.scss'

type Props = PropsWithChildren<{
  readonly tone?: 'plain' | 'accent' | 'leaf' | 'honey' | 'glass'
  readonly icon?: IconName
  readonly isSmall?: boolean
  readonly className?: string
}>

/** A word or two about the thing beside it; never a control. */
export const Chip = ({ tone = 'plain', icon, isSmall = false, className = '', children }: Props) => (
  <View className={`chip chip-${tone}${isSmall ? ' chip-s' : ''} ${className}`}>
    {icon && <Icon name={icon} size={13} />}
    {children}
  </View>
)
