import { CentreScreen } from '@/features/coupon/centre-screen'
import { copy, refused } from '@/features/coupon/copy'
import { useCentre } from '@/features/coupon/use-centre'
import { usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function CouponCentrePage() {
  const { view, trouble, isAsking, ask, claim } = useCentre()
  useShown(() => void ask())
  usePulled(ask)
  return (
    <Page tone="warm">
      <NavBar title={copy.centre.title} />
      {view ? (
        <CentreScreen offers={view.offers} onClaim={(offer) => void claim(offer)} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
