import { copy } from '@/features/message/copy'
import { TopicsScreen } from '@/features/message/topics-screen'
import { useTopics } from '@/features/message/use-topics'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function MessageSettingsPage() {
  const topics = useTopics()
  return (
    <Page>
      <NavBar title={copy.mute.title} />
      <TopicsScreen topics={topics} />
    </Page>
  )
}
