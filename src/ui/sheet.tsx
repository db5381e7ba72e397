import type { PropsWithChildren, ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { Icon } from './icon'
import { role, tap } from './tap'
import './sheet.scss'

type Props = PropsWithChildren<{
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Spoken when the sheet opens; drawn as its first line unless `isUntitled`. */
  readonly title: string
  readonly isUntitled?: boolean
  /** Stays in sight below what scrolls. */
  readonly foot?: ReactNode
}>

/** A leaf of the page that comes up from the bottom. A tap beside it or on the cross puts it away. */
export const Sheet = ({ isOpen, onClose, title, isUntitled = false, foot, children }: Props) => {
  if (!isOpen) return null
  return (
    <>
      <View className="sheet-mask" catchMove {...tap(onClose, `关闭${title}`)} />
      <View className="sheet" {...role('dialog')} aria-label={title}>
        <View className="sheet-close" {...tap(onClose, '关闭')}>
          <Icon name="close" />
        </View>
        {!isUntitled && <View className="sheet-title h">{title}</View>}
        <ScrollView className="sheet-body" scrollY enhanced showScrollbar={false}>
          {children}
        </ScrollView>
        {foot && <View className="sheet-foot">{foot}</View>}
      </View>
    </>
  )
}
