import { copy, refused } from '@/features/flash/copy'
import { SlotsScreen } from '@/features/flash/slots-screen'
import { useSlots } from '@/features/flash/use-slots'
import { usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function FlashPage() {
  const { view, trouble, isAsking, ask, now, onThisPhone } = useSlots()
  useShown(() => void ask())
  usePulled(ask)
  return (
    <Page tone="warm">
      <NavBar title={copy.title} />
      {view ? (
        <SlotsScreen slots={view.slots} now={now} onThisPhone={onThisPhone} onTurn={() => void ask()} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
