import { useMemo, type PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { epochMs } from '@/domain/time'
import { measureHead } from '@/platform/capsule'
import { useLargeText } from '@/platform/large-text'
import { go } from '@/platform/navigate'
import { useIsVisible } from '@/platform/page'
import { start } from '@/platform/start'
import { PhoneContext, type Phone } from '@/ui/phone'
import { WebShell } from './web-shell'
import './app.scss'

const now = () => epochMs(Date.now())

/** Tells the screens about the phone they are on; everything else is in the pages. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(start)
  const isLargeText = useLargeText(({ isLarge }) => isLarge)
  const phone = useMemo<Phone>(
    () => ({ ...measureHead(), isLargeText, now, useIsVisible, goBack: go.back }),
    [isLargeText],
  )
  return (
    <PhoneContext.Provider value={phone}>
      {/* First, because Taro's router hides a page that is not the last child. */}
      <WebShell />
      {children}
    </PhoneContext.Provider>
  )
}
