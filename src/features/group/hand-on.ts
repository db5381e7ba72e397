/** What of a group is handed on: its card's words, its path, and the code of whoever is in it. */
import type { GroupView } from '@/contract/group-buy'
import { groupMessagePage } from '@/domain/share/group-message'
import { sharePath } from '@/domain/share/link'
import { call } from '@/platform/call'
import type { Gathering } from '@/platform/share'
import { copy } from './copy'

export const makeShare = (groupId: GroupView['id']) => () => call('group-buy', 'share', { groupId, channel: 'chat' })

/** Without a code of one's own WeChat's menu passes on the card one came by. */
export const pathOf = ({ id, shareCode }: GroupView): string =>
  shareCode ? sharePath(shareCode, 'group') : `/${groupMessagePage(id)}`

export const cardTitle = ({ state, missing, product }: GroupView): string =>
  state === 'open' ? copy.invite.card(missing, product.title) : product.title

/** The message that counts up in the chat, while there is something to count. */
export const gatheringOf = ({ state, activityId, members, size }: GroupView): Gathering | null =>
  state === 'open' && activityId ? { activityId, count: members.length, of: size } : null
