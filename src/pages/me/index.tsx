import type { OrderTab } from '@/contract/order'
import { copy, refused } from '@/features/member/copy'
import { leave, switchPerson } from '@/features/member/leave'
import { MeScreen } from '@/features/member/me-screen'
import { MeSkeleton } from '@/features/member/me-skeleton'
import { enter, useMyPage } from '@/features/member/use-my-page'
import { go } from '@/platform/navigate'
import { usePulled, useShown } from '@/platform/page'
import { callPhone } from '@/platform/phone-call'
import { pageSaidOf } from '@/platform/said'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function MePage() {
  const { me, isStranger, trouble, isAsking, ask } = useMyPage()
  useShown(() => void ask())
  usePulled(ask)

  const orders = (tab?: OrderTab) => go.orders(tab)

  return (
    <Page tone="warm">
      <NavBar isTab />
      {me || isStranger ? (
        <MeScreen
          me={me}
          onEnter={() => void enter()}
          onProfile={go.profile}
          onOrders={orders}
          onOrder={go.order}
          onCoupons={go.myCoupons}
          onCentre={go.coupons}
          onAssist={go.assist}
          onPoints={go.points}
          onFavorites={go.favorites}
          onGroups={go.myGroups}
          onAddresses={() => go.addresses()}
          onMessages={go.messages}
          onPrivacy={go.privacy}
          onSettings={go.settings}
          onCall={callPhone}
          onSwitch={switchPerson}
          onLeave={leave}
        />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <MeSkeleton />
      )}
    </Page>
  )
}
