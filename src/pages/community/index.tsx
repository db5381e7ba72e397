import { CommunityScreen } from '@/features/community/community-screen'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function CommunityPage() {
  return (
    <Page tone="leaf">
      <NavBar title="社群" isTab />
      <CommunityScreen />
    </Page>
  )
}
