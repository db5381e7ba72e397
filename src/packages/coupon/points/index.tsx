import type { PointsView } from '@/contract/points'
import { copy, refused } from '@/features/points/copy'
import { PointsScreen } from '@/features/points/points-screen'
import { read } from '@/platform/call'
import { useMore } from '@/platform/more'
import { useAtBottom, usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function PointsPage() {
  const { view, trouble, isAsking, ask } = useScreen<PointsView>(() => asMember(() => read('points', 'mine', {})))
  const list = useMore(view, (cursor) => read('points', 'mine', { cursor }))
  useShown(() => void ask())
  usePulled(ask)
  useAtBottom(() => void list.more())
  return (
    <Page tone="soft">
      <NavBar title={copy.title} />
      {view ? (
        <PointsScreen view={view} entries={list.items} isEnd={list.isEnd} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}
