import { MembersScreen } from '@/features/community/members-screen'
import { copy } from '@/features/community/copy'
import type { CommunityId } from '@/domain/ids'
import { useQuery } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function MembersPage() {
  const { id = '' } = useQuery()
  return (
    <Page>
      <NavBar title={copy.page.membersTitle} />
      <MembersScreen communityId={id as CommunityId} />
    </Page>
  )
}
