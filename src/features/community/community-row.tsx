import { memo } from 'react'
import { View } from '@tarojs/components'
import type { CommunityCard } from '@/contract/community'
import type { CommunityId } from '@/domain/ids'
import { isMember } from '@/domain/community/member'
import { Avatar } from '@/ui/avatar'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'

type Props = { readonly community: CommunityCard; readonly onOpen: (id: CommunityId) => void }

const Drawn = ({ community, onOpen }: Props) => {
  const { id, name, leader, members, membership, openSales, state } = community
  const note = [copy.members(members), isMember(membership) && joinedText(membership), copy.openSales(openSales)]
  return (
    <View className="community-row row" {...tap(() => onOpen(id), name, { role: 'link' })}>
      <Avatar name={leader.name || name} url={leader.avatar} size={48} />
      <View className="grow">
        <View className="b cut">{name}</View>
        <View className="n1 cut">{state === 'active' ? note.filter(Boolean).join(' · ') : copy.state[state]}</View>
      </View>
      <Icon name="forward" size={14} className="n1" />
    </View>
  )
}

export const joinedText = (membership: CommunityCard['membership']): string =>
  membership === 'muted' ? copy.muted : copy.joined

export const CommunityRow = memo(Drawn)
