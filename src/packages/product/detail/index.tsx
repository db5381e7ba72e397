import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonProduct } from '@/ui/skeleton'

export default function ProductPage() {
  return (
    <Page>
      <NavBar isOver />
      <SkeletonProduct />
    </Page>
  )
}
