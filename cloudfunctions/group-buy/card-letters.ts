/** What follows outside the database when a group visibly changed: its picture is drawn anew, its message in the chats counts up. */
import type { GroupId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'

/** `group-card.draw` is worked on by the drawer, `group-message.tell` by the shop's clock. Both read the group when they run. */
const TOPICS = ['group-card.draw', 'group-message.tell'] as const

/**
 * Rows for `insert into outbox`, written in the transaction that raised `group_buy.version`: when it opens, at every join
 * and leave, when it fills or ends. Many changes in a row cost one drawing and one call, because a letter that finds its
 * group's newest version drawn or told already is done at once.
 */
export const groupChangedLetters = (deps: Deps, groupId: GroupId) =>
  TOPICS.map((topic) => letterRow(deps, { topic, subject: groupId, payload: { groupId } }))
