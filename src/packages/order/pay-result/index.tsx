import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function PayResultPage() {
  return (
    <Page tone="warm">
      <NavBar title="付款结果" />
      <SkeletonCards />
    </Page>
  )
}
