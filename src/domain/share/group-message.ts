/**
 * WeChat's updatable message (动态消息) that a group goes out as: 「成员正在加入，当前 2/3 人」, counted up by the server
 * on every card in every chat. Text and colour are WeChat's; what is ours is the two numbers and the page.
 */
import type { GroupId } from '../ids'
import { GROUP_PAGE, sharePath } from './link'

/** 到齐时: one of the two templates there are. For `updateShareMenu({ isUpdatableMessage: true, activityId, templateInfo })`. */
export const GROUP_MESSAGE_TEMPLATE = '666F374D69D16C932E45D7E7D9F10CEF6177F5F5'

export type MessageParameter = { readonly name: string; readonly value: string }

/** While the group fills: what the card says when it is sent, and at each change afterwards. */
export const groupMessageParameters = (memberCount: number, size: number): MessageParameter[] => [
  { name: 'member_count', value: String(memberCount) },
  { name: 'room_limit', value: String(size) },
]

/** Where the card leads once the group is full; without a slash in front, as WeChat wants it. */
export const groupMessagePage = (groupId: GroupId): string => `${GROUP_PAGE}?id=${groupId}`

/** An assist card's message leads, once unlocked, to what its cards in the chats open: the landing page by its code. */
export const assistMessagePage = (code: string): string => sharePath(code, 'assist').slice(1)
