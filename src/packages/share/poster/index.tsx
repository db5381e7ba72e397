import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function PosterPage() {
  return (
    <Page tone="soft">
      <NavBar title="海报" />
      <SkeletonCards />
    </Page>
  )
}
