import { View } from '@tarojs/components'
import type { CommunityMemberView } from '@/contract/community'
import type { Page } from '@/contract/views'
import type { CommunityId } from '@/domain/ids'
import { read, type Answer } from '@/platform/call'
import { useMore } from '@/platform/more'
import { useAtBottom } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { ErrorState } from '@/ui/error-state'
import { dayText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { SkeletonLines } from '@/ui/skeleton'
import { copy, refused } from './copy'
import './community.scss'

/** Neighbours have no id that anybody may see: their place in the list tells them apart. */
type Row = CommunityMemberView & { readonly id: string }

const load = async (communityId: CommunityId, cursor = ''): Promise<Answer<Page<Row>>> => {
  const answer = await read('community', 'members', cursor ? { communityId, cursor } : { communityId })
  if (!answer.ok) return answer
  const { items, next } = answer.data
  return { ok: true, data: { items: items.map((item, place) => ({ ...item, id: `${cursor}.${place}` })), next } }
}

/** Everybody of a community, masked, newest first. */
export const MembersScreen = ({ communityId }: { readonly communityId: CommunityId }) => {
  const { view, trouble, isAsking, ask } = useScreen<Page<Row>>(() => asMember(() => load(communityId)))
  const list = useMore(view, (cursor) => load(communityId, cursor))
  const now = usePhone().now()
  useAtBottom(() => void list.more())
  if (!view) {
    if (!trouble) return <SkeletonLines />
    return <ErrorState {...pageSaidOf(trouble, refused)} isBusy={isAsking} onTap={() => void ask()} />
  }
  return (
    <>
      <Card>
        {list.items.map(({ id, name, avatar, joinedAt }) => (
          <View className="row community-row" key={id}>
            <Avatar name={name} url={avatar} size={40} />
            <View className="grow">{name}</View>
            <View className="n1">{dayText(joinedAt, now)}</View>
          </View>
        ))}
      </Card>
      {list.isEnd && <View className="n1 center mt4">{copy.page.membersEnd}</View>}
    </>
  )
}
