/** Keeps a card's message in the chats true: 「当前 2/4 人」 while friends tap, then the way to its page, then over. */
import { assistMessagePage } from '@/domain/share/group-message'
import type { UpdatableState } from '../runtime/adapters/wechat-api'
import type { Deps } from '../runtime/deps'
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { keepActivity, markTold, readMessage, type MessageRow } from './activity.sql'

/** Workers that tell one card at the same time paint over each other at most so often. */
const MOST_TRIES = 5

/** As for groups: it tells what the card is now, so several taps cost one call, and a letter that finds its version told is done. */
const tellMessage: LetterHandler = async (deps, { subject }) => {
  let isPaintedOver = false
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const row = await readMessage(deps, subject ?? '')
    if (!row || (!isPaintedOver && (row.toldVersion ?? -1) >= row.version)) return
    const open = await withActivity(deps, row)
    if (!open?.activityId || (open.activityExpiresAt?.getTime() ?? 0) <= deps.now()) return
    const answer = await deps.wechat.setUpdatableMsg(open.activityId, messageOf(open))
    if (answer !== 'ok') deps.log.info({ cardId: open.cardId, state: open.state, answer }, 'message not updated')
    isPaintedOver = await markTold(deps, open)
    if (!isPaintedOver) return
  }
  throw new Error('others tell the same card; once more later')
}

export const assistMessageLetters: LetterHandlers = { 'assist-message.tell': tellMessage }

const withActivity = async (deps: Deps, row: MessageRow): Promise<MessageRow | null> => {
  if (row.activityId !== null || row.state !== 'collecting') return row
  return keepActivity(deps, row.cardId, await deps.wechat.createActivityId())
}

/** The owner counts as one of the room, as WeChat's words have it: members are joining. */
const messageOf = ({ state, helpers, helped, code }: MessageRow): UpdatableState => {
  switch (state) {
    case 'collecting':
      return { state: 'open', memberCount: helped + 1, roomLimit: helpers + 1 }
    case 'unlocked':
      // without a code no card of it is in any chat
      return code === null ? { state: 'over' } : { state: 'full', page: assistMessagePage(code) }
    case 'expired':
    case 'voided':
      return { state: 'over' }
    default:
      return state satisfies never
  }
}
