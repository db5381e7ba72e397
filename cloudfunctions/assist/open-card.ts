/** Opens a card: one's own by its id, a friend's by the code on it. Opening gives nobody anything and changes nothing. */
import type { assist } from '@/contract/assist'
import { ok, refuse } from '@/domain/result'
import { gather } from '../catalog/gather'
import type { UseCase } from '../runtime/serve'
import { noteOpenings, type Opening } from '../share/share.sql'
import { cardView, landingView } from './card-view'
import { readCard, readPulse } from './card.sql'

const noteOpening = gather<Opening>(noteOpenings)

export const openMine: UseCase<typeof assist.mine> = async (deps, { memberId }, { cardId }) => {
  const row = await readCard(deps, { cardId }, memberId)
  return row?.ownerId === memberId ? ok(cardView(row, deps.now())) : refuse({ code: 'assist.unknown' })
}

export const watchMine: UseCase<typeof assist.watch> = async (deps, { memberId }, { cardId, version }) => {
  const newest = await readPulse(deps, cardId, memberId)
  if (newest === null) return refuse({ code: 'assist.unknown' })
  if (newest === version) return ok({ view: null })
  const row = await readCard(deps, { cardId }, memberId)
  return row?.ownerId === memberId ? ok({ view: cardView(row, deps.now()) }) : refuse({ code: 'assist.unknown' })
}

export const openFriends: UseCase<typeof assist.open> = async (deps, caller, { code, scene }) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const row = await readCard(deps, { code }, memberId)
  if (!row) return refuse({ code: 'assist.unknown' })
  if (row.ownerId !== memberId) await noteOpening(deps, { code, memberId, scene })
  return ok(landingView(row, memberId, deps.now()))
}
