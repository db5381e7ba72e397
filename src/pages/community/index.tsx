import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function CommunityPage() {
  return (
    <Page tone="warm">
      <NavBar title="社群" isTab />
      <SkeletonCards />
    </Page>
  )
}
