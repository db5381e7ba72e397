import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './icon'
import { usePhone } from './phone'
import { tap } from './tap'
import './nav-bar.scss'

type Props = {
  readonly title?: string
  /** A tab page has no way back. */
  readonly isTab?: boolean
  /** In place of one page back. */
  readonly onBack?: () => void
  /** Lies over a picture: no ground, the arrow on a disc of glass. */
  readonly isOver?: boolean
  /** Over a page that has moved: words come under it, so it gets a ground of its own. */
  readonly isSolid?: boolean
  /** In place of the title, from the left edge up to the capsule. */
  readonly children?: ReactNode
}

/** The head of a page. In WeChat it leaves room for the status bar and the capsule; on the web it is only a bar. */
export const NavBar = ({ title, isTab = false, onBack, isOver = false, isSolid = false, children }: Props) => {
  const { statusHeight, barHeight, capsuleRoom, goBack } = usePhone()
  return (
    <View
      className={`nav${isOver ? ' nav-over' : ''}${isSolid ? ' nav-solid' : ''}`}
      {...(statusHeight ? { style: `padding-top:${statusHeight}px` } : {})}
    >
      <View className="nav-bar" style={`height:${barHeight}px;padding-right:${capsuleRoom}px`}>
        {!isTab && (
          <View className="nav-back" {...tap(onBack ?? goBack, '返回')}>
            <View className="nav-disc">
              <Icon name="back" size={isOver ? 20 : 23} />
            </View>
          </View>
        )}
        {title && <View className="nav-title cut">{title}</View>}
        {children}
      </View>
    </View>
  )
}
