import { copy } from '@/features/message/copy'
import { InboxScreen } from '@/features/message/inbox-screen'
import { useInbox } from '@/features/message/use-inbox'
import { usePulled, useShown } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function MessagesPage() {
  const inbox = useInbox()
  useShown(() => void inbox.ask())
  usePulled(inbox.ask)
  return (
    <Page tone="soft">
      <NavBar title={copy.title} />
      <InboxScreen inbox={inbox} />
    </Page>
  )
}
