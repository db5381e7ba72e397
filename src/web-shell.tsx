import { lazy, Suspense, useEffect } from 'react'
import './web-shell.scss'

const StandIns = lazy(() => import('@/features/stand-in/stand-ins'))

/** Enter and Space tap what has the focus, as on a button that the browser knows. */
const tapByKey = (event: KeyboardEvent) => {
  const control = event.target as HTMLElement
  if ((event.key !== 'Enter' && event.key !== ' ') || !control.matches('[role][tabindex="0"]')) return
  event.preventDefault()
  control.click()
}

/** On the web, what WeChat itself would show: the tab bar's looks, who signs in, the pay sheet. The mini program has none of it. */
export const WebShell = () => {
  useEffect(() => {
    document.addEventListener('keydown', tapByKey)
    return () => document.removeEventListener('keydown', tapByKey)
  }, [])
  return (
    <Suspense fallback={null}>
      <StandIns />
    </Suspense>
  )
}
