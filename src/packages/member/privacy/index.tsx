import { copy, refused } from '@/features/member/copy'
import { PrivacyScreen } from '@/features/member/privacy-screen'
import { useMyPage } from '@/features/member/use-my-page'
import { go } from '@/platform/navigate'
import { pageSaidOf } from '@/platform/said'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { notifyOnward } from '@/ui/notice'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function PrivacyPage() {
  const { me, isStranger, trouble, isAsking, ask } = useMyPage()
  const part = () => {
    notifyOnward(copy.deletion.done)
    go.home()
  }
  return (
    <Page tone="leaf">
      <NavBar title={copy.privacy.title} />
      {me || isStranger ? (
        <PrivacyScreen me={me} onGone={part} onOrders={() => go.orders()} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}
