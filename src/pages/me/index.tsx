import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function MePage() {
  return (
    <Page tone="warm">
      <NavBar title="我的" isTab />
      <SkeletonCards />
    </Page>
  )
}
