import type { SaleId } from '@/domain/ids'
import { copy, refused } from '@/features/hand-over/copy'
import { HandOverScreen } from '@/features/hand-over/hand-over-screen'
import { useHandOver } from '@/features/hand-over/use-hand-over'
import { go } from '@/platform/navigate'
import { usePulled, useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

/** The door. Once a kit is on the phone it needs nothing else. */
export default function HandOverPage() {
  const saleId = (useQuery()['id'] as SaleId | undefined) ?? null
  const door = useHandOver(saleId)
  const { kept, trouble, isAsking, ask, now } = door
  usePulled(ask)
  return (
    <Page tone="leaf" isDocked={kept !== null}>
      <NavBar title={copy.title} />
      {kept && now !== null ? (
        <HandOverScreen door={door} kept={kept} now={now} />
      ) : trouble ? (
        <ErrorState
          {...(trouble.fault ? copy.noKit : pageSaidOf(trouble, refused))}
          facts={copy.safe}
          isBusy={isAsking}
          onTap={() => void ask()}
        />
      ) : isAsking ? (
        <SkeletonLines />
      ) : (
        <EmptyState {...copy.empty} action={copy.result.close} onTap={go.back} />
      )}
    </Page>
  )
}
