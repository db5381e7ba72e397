import { View } from '@tarojs/components'
import type { MeView } from '@/contract/member'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy, levelText } from './copy'
import './member.scss'

const noteOf = (me: MeView): string => {
  if (me.isAvatarChecking) return copy.head.checking
  return me.maskedPhone ? copy.head.phone(me.maskedPhone) : copy.head.edit
}

/** Who I am here; a tap leads to changing it. */
export const MeHead = ({ me, onProfile }: { readonly me: MeView; readonly onProfile: () => void }) => (
  <View className="me-head" {...tap(onProfile, `${me.name}，${copy.head.edit}`)}>
    <Avatar name={me.name} url={me.avatar} size={64} isRinged />
    <View className="grow">
      <View className="h5 cut">{me.name}</View>
      <View className="row me-about">
        <Chip tone="leaf" icon="leaf">
          {levelText[me.level]}
        </Chip>
        {me.isLeader && <Chip tone="accent">{copy.leader}</Chip>}
        <View className="n1 cut">{noteOf(me)}</View>
      </View>
    </View>
    <Icon name="forward" size={16} className="me-go" />
  </View>
)

export const StrangerHead = ({ onEnter }: { readonly onEnter: () => void }) => (
  <View className="me-head">
    <View className="me-nobody">
      <Icon name="person" size={32} />
    </View>
    <View className="grow">
      <View className="h5">{copy.stranger.name}</View>
      <View className="n1">{copy.stranger.note}</View>
    </View>
    <Button isSmall onTap={onEnter}>
      {copy.stranger.action}
    </Button>
  </View>
)
