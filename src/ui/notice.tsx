import { useEffect, useRef, useSyncExternalStore, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { SECOND } from '@/domain/time'
import { Icon, type IconName } from './icon'
import { usePhone } from './phone'
import { role } from './tap'
import './notice.scss'

type Page = object
type Notice = {
  readonly text: string
  readonly icon?: IconName
  /** The page it was said on and stays with; null: whichever is in sight. */
  readonly page: Page | null
}

const SHOWN_FOR = 2.2 * SECOND
const listeners = new Set<() => void>()
let shown: Notice | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let pageInSight: Page | null = null

const put = (notice: Notice | null) => {
  shown = notice
  listeners.forEach((listener) => listener())
}

const say = (notice: Notice): void => {
  clearTimeout(timer)
  put(notice)
  timer = setTimeout(() => put(null), SHOWN_FOR)
}

/** Says a sentence over this page for a moment; whoever goes on leaves it behind. The latest word replaces the one before. */
export const notify = (text: string, icon?: IconName): void =>
  say({ text, page: pageInSight, ...(icon ? { icon } : {}) })

/** Something is done and the page closes over it: the next page says so. */
export const notifyOnward = (text: string, icon?: IconName): void =>
  say({ text, page: null, ...(icon ? { icon } : {}) })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every page carries one; only the page in sight speaks, and only what was said on it or on the way to it. */
export const NoticeHost = () => {
  const isVisible = usePhone().useIsVisible()
  const page = useRef<Page>({}).current
  useEffect(() => {
    if (!isVisible) return
    pageInSight = page
    return () => {
      if (pageInSight === page) pageInSight = null
    }
  }, [isVisible, page])
  const isHeard = () => isVisible && (!shown?.page || shown.page === page)
  const notice = useSyncExternalStore(subscribe, () => (isHeard() ? shown : null))
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
