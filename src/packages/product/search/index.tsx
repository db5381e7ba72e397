import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function SearchPage() {
  return (
    <Page tone="paper">
      <NavBar title="搜索" />
      <SkeletonLines />
    </Page>
  )
}
