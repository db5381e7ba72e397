import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function OrderListPage() {
  return (
    <Page tone="paper">
      <NavBar title="我的订单" />
      <SkeletonLines />
    </Page>
  )
}
