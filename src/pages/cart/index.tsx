import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function CartPage() {
  return (
    <Page tone="warm">
      <NavBar title="购物车" isTab />
      <SkeletonLines />
    </Page>
  )
}
