import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonFeed } from '@/ui/skeleton'

export default function HomePage() {
  return (
    <Page tone="warm">
      <NavBar title="圈集" isTab />
      <SkeletonFeed />
    </Page>
  )
}
