/** Opens a group sale's page by a card's code or by id, in one call, and keeps it up to date. Opening needs no identity. */
import type { sale } from '@/contract/sale'
import { ok, refuse } from '@/domain/result'
import { gather } from '../catalog/gather'
import { noteTouch } from '../earning/note-touch'
import type { UseCase } from '../runtime/serve'
import { noteOpenings, type Opening } from '../share/share.sql'
import { readPulse } from './sale.sql'
import { findSale, pulseOf } from './sale-view'

const noteOpening = gather<Opening>(noteOpenings)

export const openSale: UseCase<typeof sale.open> = async (deps, caller, input) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const view = await findSale(deps, input, memberId)
  if (!view) return refuse({ code: 'sale.unknown' })
  await Promise.all([
    // a card that one opens oneself has brought nobody
    'code' in input && view.sharer && noteOpening(deps, { code: input.code, memberId, scene: input.scene }),
    memberId !== null && view.community && noteTouch(deps, { memberId, communityId: view.community.id }),
  ])
  return ok(view)
}

export const watchSale: UseCase<typeof sale.watch> = async (deps, caller, { saleId, version }) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const newest = await readPulse(deps, saleId)
  if (newest === null) return refuse({ code: 'sale.unknown' })
  if (newest === version) return ok({ pulse: null })
  const view = await findSale(deps, { saleId }, memberId)
  return view ? ok({ pulse: pulseOf(view) }) : refuse({ code: 'sale.unknown' })
}
