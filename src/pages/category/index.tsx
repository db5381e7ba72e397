import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function CategoryPage() {
  return (
    <Page tone="paper">
      <NavBar title="分类" isTab />
      <SkeletonLines />
    </Page>
  )
}
