import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function CheckoutPage() {
  return (
    <Page tone="soft">
      <NavBar title="确认订单" />
      <SkeletonCards />
    </Page>
  )
}
