/** Keeps a group's message in the chats true: 「当前 2/3 人」 while it fills, then the way to its page, then over. */
import { groupMessagePage } from '@/domain/share/group-message'
import type { UpdatableState } from '../runtime/adapters/wechat-api'
import type { Deps } from '../runtime/deps'
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { keepActivity, markTold, readGroupMessage, type GroupMessageRow } from './activity.sql'

/** Workers that tell one group at the same time paint over each other at most so often. */
const MOST_TRIES = 5

/**
 * Tells what the group is now, not what it was when the letter was written, so several changes cost one call and a letter
 * that finds its version told is done. An activity that is unknown or over (47501, 47504) and a card that went on already
 * (47502) are nothing to try again: a chat's card then simply stays as it is.
 */
const tellGroupMessage: LetterHandler = async (deps, { payload, subject }) => {
  let isPaintedOver = false
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const row = await readGroupMessage(deps, String(payload['groupId'] ?? subject ?? ''))
    if (!row || (!isPaintedOver && (row.toldVersion ?? -1) >= row.version)) return
    const open = await withActivity(deps, row)
    if (!open?.activityId || (open.activityExpiresAt?.getTime() ?? 0) <= deps.now()) return
    const answer = await deps.wechat.setUpdatableMsg(open.activityId, messageOf(open))
    if (answer !== 'ok') deps.log.info({ groupId: open.groupId, state: open.state, answer }, 'message not updated')
    isPaintedOver = await markTold(deps, open)
    if (!isPaintedOver) return
  }
  throw new Error('others tell the same group; once more later')
}

export const groupMessageLetters: LetterHandlers = { 'group-message.tell': tellGroupMessage }

/** Made when the group opens; a group that is over before it had one never sent a message that counts. */
const withActivity = async (deps: Deps, row: GroupMessageRow): Promise<GroupMessageRow | null> => {
  if (row.activityId !== null || row.state !== 'open') return row
  return keepActivity(deps, row.groupId, await deps.wechat.createActivityId())
}

const messageOf = ({ groupId, state, size, confirmed }: GroupMessageRow): UpdatableState => {
  switch (state) {
    case 'forming':
    case 'open':
      return { state: 'open', memberCount: confirmed, roomLimit: size }
    case 'full':
    case 'fulfilled':
      return { state: 'full', page: groupMessagePage(groupId) }
    case 'expired':
    case 'refunded':
    case 'dropped':
      return { state: 'over' }
    default:
      return state satisfies never
  }
}
