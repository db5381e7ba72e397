import { lazy, Suspense } from 'react'
import './web-shell.scss'

const StandIns = lazy(() => import('@/features/stand-in/stand-ins'))

/** On the web, what WeChat itself would show: the tab bar's looks, who signs in, the pay sheet. The mini program has none of it. */
export const WebShell = () => (
  <Suspense fallback={null}>
    <StandIns />
  </Suspense>
)
