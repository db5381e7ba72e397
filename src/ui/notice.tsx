import { useSyncExternalStore, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { SECOND } from '@/domain/time'
import { Icon, type IconName } from './icon'
import { usePhone } from './phone'
import { role } from './tap'
import './notice.scss'

type Notice = { readonly text: string; readonly icon?: IconName }

const SHOWN_FOR = 2.2 * SECOND
const listeners = new Set<() => void>()
let shown: Notice | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const put = (notice: Notice | null) => {
  shown = notice
  listeners.forEach((listener) => listener())
}

/** Says a sentence over the page for a moment. The latest word replaces the one before. */
export const notify = (text: string, icon?: IconName): void => {
  clearTimeout(timer)
  put(icon ? { text, icon } : { text })
  timer = setTimeout(() => put(null), SHOWN_FOR)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every page carries one; only the page in sight speaks. */
export const NoticeHost = () => {
  const isVisible = usePhone().useIsVisible()
  const notice = useSyncExternalStore(subscribe, () => (isVisible ? shown : null))
  if (!notice) return null
  return (
    <View className="notice" {...role('alert')}>
      <View className="notice-card">
        {notice.icon && <Icon name={notice.icon} size={18} />}
        {notice.text}
      </View>
    </View>
  )
}

type HintProps = PropsWithChildren<{
  readonly icon?: IconName
  readonly tone?: 'leaf' | 'accent' | 'honey'
  readonly isStrong?: boolean
  readonly className?: string
}>

/** A sentence that stays: a promise kept, a thing to know before the next step. */
export const Hint = ({ icon, tone = 'leaf', isStrong = false, className = '', children }: HintProps) => (
  <View className={`hint hint-${tone}${isStrong ? ' hint-strong' : ''} ${className}`}>
    {icon && <Icon name={icon} size={isStrong ? 18 : 17} />}
    <View className="grow">{children}</View>
  </View>
)
