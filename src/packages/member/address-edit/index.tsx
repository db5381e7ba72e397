import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function AddressEditPage() {
  return (
    <Page tone="paper">
      <NavBar title="编辑地址" />
      <SkeletonCards />
    </Page>
  )
}
