import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { NoticeHost } from './notice'
import { usePhone } from './phone'
import './page.scss'

type Props = PropsWithChildren<{
  /** The light from above: persimmon, a breath of it, leaf green, white or plain paper. */
  readonly tone?: 'warm' | 'soft' | 'leaf' | 'card' | 'paper'
  readonly isDocked?: boolean
}>

/** The root of every page: its light, the size of its letters, and the place where notices appear. */
export const Page = ({ tone = 'paper', isDocked = false, children }: Props) => {
  const { isLargeText } = usePhone()
  return (
    <View className={`page page-${tone}${isDocked ? ' page-docked' : ''}${isLargeText ? ' text-large' : ''}`}>
      {children}
      <NoticeHost />
    </View>
  )
}
