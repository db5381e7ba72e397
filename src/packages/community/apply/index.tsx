import { ApplyScreen } from '@/features/community/apply-screen'
import { copy } from '@/features/community/copy'
import { go } from '@/platform/navigate'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function ApplyPage() {
  return (
    <Page tone="leaf" isDocked>
      <NavBar title={copy.apply.title} />
      <ApplyScreen onDone={go.back} />
    </Page>
  )
}
