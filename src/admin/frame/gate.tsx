/** Lets through who is signed in; the others sign in and come back to where they wanted to go. */
import { Suspense, lazy } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { MeContext, useSession } from '../cloud/session'
import { Failed } from '../parts/states'

const ChangePassword = lazy(() => import('./change-password'))

export const Gate = () => {
  const { data: me, error, refetch, isPending } = useSession()
  const { pathname, search } = useLocation()
  if (isPending) return null
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!me) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  if (!me.mustChangePassword)
    return (
      <MeContext.Provider value={me}>
        <Outlet />
      </MeContext.Provider>
    )
  return (
    <Suspense fallback={null}>
      <ChangePassword isForced onClose={() => undefined} />
    </Suspense>
  )
}
