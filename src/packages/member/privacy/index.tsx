import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function PrivacyPage() {
  return (
    <Page tone="paper">
      <NavBar title="隐私中心" />
      <SkeletonCards />
    </Page>
  )
}
