import { useEffect } from 'react'
import { copy } from '@/features/member/copy'
import { leave, switchPerson } from '@/features/member/leave'
import { SettingsScreen } from '@/features/member/settings-screen'
import { go } from '@/platform/navigate'
import { isKnown, member, useMe } from '@/platform/session'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

/** All of it is on the phone already; only a page that was opened first must still learn who is here. */
export default function SettingsPage() {
  const me = useMe()
  useEffect(() => {
    if (isKnown()) void member()
  }, [])
  return (
    <Page>
      <NavBar title={copy.settings.title} />
      <SettingsScreen
        me={me}
        onProfile={go.profile}
        onMessages={go.messageSettings}
        onPrivacy={go.privacy}
        onSwitch={switchPerson}
        onLeave={leave}
      />
    </Page>
  )
}
