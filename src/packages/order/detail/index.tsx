import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function OrderPage() {
  return (
    <Page tone="warm">
      <NavBar title="订单详情" />
      <SkeletonCards />
    </Page>
  )
}
