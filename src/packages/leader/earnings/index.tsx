import { copy, refused } from '@/features/earning/copy'
import { EarningsScreen } from '@/features/earning/earnings-screen'
import { useEarnings } from '@/features/earning/use-earnings'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

/** The leader's money. */
export default function EarningsPage() {
  const page = useEarnings()
  const { view, trouble, isAsking, ask } = page
  usePulled(ask)
  return (
    <Page tone="leaf" isDocked={view !== null}>
      <NavBar title={copy.title} />
      {view ? (
        <>
          <EarningsScreen page={page} view={view} />
          <Dock>
            <Button kind="line" width="grow" icon="list" isBusy={page.busy === 'csv'} onTap={page.exportMonth}>
              {copy.statement.csv}
            </Button>
          </Dock>
        </>
      ) : trouble?.refusal?.code === 'leader.not-approved' ? (
        <EmptyState {...copy.notYet} onTap={go.applyAsLeader} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards count={4} />
      )}
    </Page>
  )
}
