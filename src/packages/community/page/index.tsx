import type { CommunityId } from '@/domain/ids'
import { readShareCode } from '@/domain/share/link'
import { copy, refused } from '@/features/community/copy'
import { useCommunity, type Entry } from '@/features/community/use-community'
import { usePulled, useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'
import { Community } from './community'

/** Where an invite card leads, and every other way to a community: the card brings a code, the shop itself the id. */
const entryOf = (query: ReturnType<typeof useQuery>): Entry => {
  const code = readShareCode(query)
  const communityId = query['id']
  return code ? { code } : communityId ? { communityId: communityId as CommunityId } : null
}

export default function CommunityPage() {
  const page = useCommunity(entryOf(useQuery()))
  usePulled(page.ask)
  const { view, trouble } = page
  return (
    <Page tone="warm" isDocked={view !== null}>
      <NavBar title={copy.page.title} />
      {view ? (
        <Community key={view.id} page={page} view={view} />
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, refused)}
          facts={copy.safe}
          isBusy={page.isAsking}
          onTap={() => void page.ask()}
        />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
