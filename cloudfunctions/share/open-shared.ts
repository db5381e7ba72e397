/** What a friend who opens a card sees, in one call. Opening it needs no identity and gives nobody anything. */
import type { share } from '@/contract/share'
import { ok, refuse } from '@/domain/result'
import { maskName } from '@/domain/share/mask'
import { gather } from '../catalog/gather'
import { productView } from '../catalog/open-product'
import type { UseCase } from '../runtime/serve'
import { noteOpenings, readShared, type Opening, type SharedRow } from './share.sql'

const noteOpening = gather<Opening>(noteOpenings)

export const openShared: UseCase<typeof share.open> = async (deps, caller, { code, scene }) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const shared = await readShared(deps, code, memberId)
  if (!shared) return refuse({ code: 'share.unknown' })
  const isOwn = memberId !== null && shared.sharerId === memberId
  const [product] = await Promise.all([
    productView(deps, shared, memberId),
    !isOwn && noteOpening(deps, { code, memberId, scene }),
  ])
  return ok({ product, sharer: isOwn ? null : sharerOf(shared), code })
}

/** Null where the sharer deleted themselves. */
const sharerOf = ({ sharerName, sharerAvatar }: SharedRow) =>
  sharerName === null ? null : { name: maskName(sharerName), avatar: sharerAvatar }
