import { copy, refused } from '@/features/community/copy'
import { HomeScreen } from '@/features/community/home-screen'
import { useHome } from '@/features/community/use-home'
import { go } from '@/platform/navigate'
import { usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function CommunityPage() {
  const { view, trouble, isAsking, ask, answering, answer } = useHome()
  useShown(() => void ask())
  usePulled(ask)
  return (
    <Page tone="leaf">
      <NavBar title={copy.tab} isTab />
      {view ? (
        <HomeScreen
          view={view}
          answering={answering}
          onAnswer={(offer, isYes) => void answer(offer, isYes)}
          onCommunity={go.communityPage}
          onSale={go.sale}
          onApply={go.applyAsLeader}
          onBench={go.workbench}
          onShop={go.home}
        />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
