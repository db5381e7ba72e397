/** What changed between two looks at a group, in a sentence for whoever is watching. */
import type { GroupView } from '@/contract/group-buy'
import { copy } from './copy'

/** Null where nobody came or went. The caller's own coming needs no telling: they have just paid. */
export const newsOf = (before: GroupView, after: GroupView): string | null => {
  if (before.id !== after.id) return null
  const came = after.members.length - before.members.length
  const last = after.members.at(-1)
  if (came > 0 && last) return last.isYou ? null : copy.came(last.name, after.state === 'full' ? 0 : after.missing)
  if (came < 0 && after.state === 'open') return copy.wentAway(after.missing)
  return before.state === 'open' && after.state === 'full' ? copy.filled : null
}

/** What the card brought stays: later looks are by the group's id and know no card. */
export const keepCard = (before: GroupView | null, after: GroupView): GroupView =>
  before && before.id === after.id
    ? { ...after, sharer: after.sharer ?? before.sharer, shareCode: after.shareCode ?? before.shareCode }
    : after
