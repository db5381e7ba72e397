import { copy } from '@/features/group/copy'
import { MineScreen } from '@/features/group/mine-screen'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function MyGroupsPage() {
  return (
    <Page tone="soft">
      <NavBar title={copy.mine.title} />
      <MineScreen />
    </Page>
  )
}
