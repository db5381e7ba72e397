import { PosterScreen } from '@/features/share/poster-screen'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function PosterPage() {
  return (
    <Page tone="soft" isDocked>
      <NavBar title="海报" />
      <PosterScreen />
    </Page>
  )
}
