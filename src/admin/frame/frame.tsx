/** Rail at the left, the screen at the right; what a role may not see says so instead of showing an empty page. */
import { Suspense } from 'react'
import { Outlet, useLocation, useNavigation } from 'react-router-dom'
import { useCan } from '../cloud/session'
import { Skeleton } from '../parts/states'
import { NoRight } from './no-screen'
import { Rail } from './rail'
import { railGroups } from './screens'
import './frame.css'

const neededFor = (pathname: string) =>
  railGroups
    .flatMap((group) => group.screens)
    .find(({ path }) => (path === '/' ? pathname === '/' : pathname.startsWith(path)))?.needs

export const Frame = () => {
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const can = useCan()
  const needs = neededFor(pathname)
  return (
    <div className="frame">
      <Rail />
      <div className="frame__screen" aria-busy={state === 'loading'}>
        <Suspense fallback={<Skeleton />}>{!needs || can(needs) ? <Outlet /> : <NoRight />}</Suspense>
      </div>
    </div>
  )
}
