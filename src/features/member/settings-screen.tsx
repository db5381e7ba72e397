import { View } from '@tarojs/components'
import type { MeView } from '@/contract/member'
import { useLargeText } from '@/platform/large-text'
import { appVersion } from '@/platform/version'
import { isWechat } from '@/platform/wx'
import { Card } from '@/ui/card'
import { ListRow, SwitchRow } from '@/ui/list-row'
import { copy } from './copy'
import { setLarge } from './settings'
import './member.scss'

type Props = {
  readonly me: MeView | null
  readonly onProfile: () => void
  readonly onMessages: () => void
  readonly onPrivacy: () => void
  readonly onSwitch: () => void
  readonly onLeave: () => void
}

export const SettingsScreen = ({ me, onProfile, onMessages, onPrivacy, onSwitch, onLeave }: Props) => {
  const isLarge = useLargeText((now) => now.isLarge)
  return (
    <>
      <Card look="flat">
        {me && <ListRow icon="person" title={copy.profile.title} note={me.name} onTap={onProfile} />}
        <SwitchRow
          icon="large-text"
          title={copy.rows.large}
          note={copy.rows.largeNote}
          isOn={isLarge}
          onChange={(isOn) => void setLarge(isOn)}
        />
        {me && <ListRow icon="bell" title={copy.settings.messages} onTap={onMessages} />}
        <ListRow icon="shield" title={copy.rows.privacy} onTap={onPrivacy} />
        <ListRow icon="leaf" title={copy.settings.version} note={appVersion()} />
      </Card>
      {!isWechat && (
        <Card look="flat">
          <ListRow
            icon="people"
            title={me ? copy.rows.who : copy.stranger.action}
            note={copy.rows.whoNote}
            onTap={onSwitch}
          />
          {me && <ListRow icon="undo" title={copy.rows.leave} onTap={onLeave} />}
        </Card>
      )}
      <View className="settings-about n1">{copy.settings.about}</View>
    </>
  )
}
