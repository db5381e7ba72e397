import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { tap } from './tap'
import './dock.scss'

/** The bar at the bottom that holds the next step of the page. */
export const Dock = ({ isOnTab = false, children }: PropsWithChildren<{ readonly isOnTab?: boolean }>) => (
  <View className={isOnTab ? 'dock dock-tab' : 'dock'}>{children}</View>
)

type MiniProps = { readonly icon: IconName; readonly text: string; readonly isOn?: boolean; readonly onTap: () => void }

export const DockMini = ({ icon, text, isOn = false, onTap }: MiniProps) => (
  <View className={isOn ? 'dock-mini dock-mini-on' : 'dock-mini'} {...tap(onTap)}>
    <Icon name={icon} size={21} />
    {text}
  </View>
)
