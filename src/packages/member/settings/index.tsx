import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function SettingsPage() {
  return (
    <Page tone="paper">
      <NavBar title="设置" />
      <SkeletonCards />
    </Page>
  )
}
