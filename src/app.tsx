import { lazy, Suspense, useMemo, type ComponentType, type PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { epochMs } from '@/domain/time'
import { measureHead } from '@/platform/capsule'
import { useLargeText } from '@/platform/large-text'
import { go } from '@/platform/navigate'
import { useIsVisible } from '@/platform/page'
import { start } from '@/platform/start'
import { PhoneContext, type Phone } from '@/ui/phone'
import './app.scss'

// The condition stands in full wherever it keeps a file out of the mini program: the build reads no further than that.
if (process.env.TARO_ENV === 'h5') require('./web.scss')

/** On the web, what WeChat itself would show: who signs in, and the pay sheet. The mini program has no such file. */
const StandIns: ComponentType | null =
  process.env.TARO_ENV === 'h5' ? lazy(() => import('@/features/stand-in/stand-ins')) : null

const now = () => epochMs(Date.now())

export default function App({ children }: PropsWithChildren) {
  useLaunch(start)
  const isLargeText = useLargeText(({ isLarge }) => isLarge)
  const phone = useMemo<Phone>(
    () => ({ ...measureHead(), isLargeText, now, useIsVisible, goBack: go.back }),
    [isLargeText],
  )
  return (
    <PhoneContext.Provider value={phone}>
      {children}
      {StandIns && (
        <Suspense fallback={null}>
          <StandIns />
        </Suspense>
      )}
    </PhoneContext.Provider>
  )
}
