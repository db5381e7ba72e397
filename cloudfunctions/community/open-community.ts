/** Opens a community's page by a card's code or by id, in one call. Opening needs no identity and gives nobody anything. */
import type { community } from '@/contract/community'
import { ok, refuse } from '@/domain/result'
import { gather } from '../catalog/gather'
import { noteTouch } from '../earning/note-touch'
import type { UseCase } from '../runtime/serve'
import { noteOpenings, type Opening } from '../share/share.sql'
import { findCommunity } from './community-view'

const noteOpening = gather<Opening>(noteOpenings)

export const openCommunity: UseCase<typeof community.open> = async (deps, caller, input) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const view = await findCommunity(deps, input, memberId)
  if (!view) return refuse({ code: 'community.unknown' })
  // a card that one opens oneself has brought nobody
  await Promise.all([
    'code' in input && view.sharer && noteOpening(deps, { code: input.code, memberId, scene: input.scene }),
    memberId !== null && noteTouch(deps, { memberId, communityId: view.id }),
  ])
  return ok(view)
}
