/** Opens a group's page by a card's code or by id, in one call. Opening needs no identity and gives nobody anything. */
import type { groupBuy } from '@/contract/group-buy'
import { ok, refuse } from '@/domain/result'
import { gather } from '../catalog/gather'
import type { UseCase } from '../runtime/serve'
import { noteOpenings, type Opening } from '../share/share.sql'
import { readPulse } from './group.sql'
import { findGroup } from './group-view'

const noteOpening = gather<Opening>(noteOpenings)

export const openGroup: UseCase<typeof groupBuy.open> = async (deps, caller, input) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const view = await findGroup(deps, input, memberId)
  if (!view) return refuse({ code: 'group.unknown' })
  // a card that one opens oneself has brought nobody
  if ('code' in input && view.sharer) await noteOpening(deps, { code: input.code, memberId, scene: input.scene })
  return ok(view)
}

export const watchGroup: UseCase<typeof groupBuy.watch> = async (deps, caller, { groupId, version }) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const newest = await readPulse(deps, groupId, memberId)
  if (newest === null) return refuse({ code: 'group.unknown' })
  if (newest === version) return ok({ view: null })
  const view = await findGroup(deps, { groupId }, memberId)
  return view ? ok({ view }) : refuse({ code: 'group.unknown' })
}
