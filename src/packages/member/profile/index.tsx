import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function ProfilePage() {
  return (
    <Page tone="paper">
      <NavBar title="个人资料" />
      <SkeletonCards />
    </Page>
  )
}
