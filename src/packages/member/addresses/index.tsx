import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function AddressesPage() {
  return (
    <Page tone="paper">
      <NavBar title="收货地址" />
      <SkeletonCards />
    </Page>
  )
}
