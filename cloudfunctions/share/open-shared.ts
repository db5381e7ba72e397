/** What a friend who opens a card sees, in one call. Opening it needs no identity and gives nobody anything. */
import type { share } from '@/contract/share'
import { ok, refuse } from '@/domain/result'
import { maskName } from '@/domain/share/mask'
import { gather } from '../catalog/gather'
import { productView } from '../catalog/open-product'
import type { UseCase } from '../runtime/serve'
import { findShare, noteOpenings, type OpenedShare, type Opening } from './share.sql'

const noteOpening = gather<Opening>(noteOpenings)

export const openShared: UseCase<typeof share.open> = async (deps, caller, { code, scene }) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const found = await findShare(deps, code)
  if (!found) return refuse({ code: 'share.unknown' })
  const isOwn = memberId !== null && found.sharerId === memberId
  const [product] = await Promise.all([
    productView(deps, found.productId, memberId),
    !isOwn && noteOpening(deps, { code, memberId, scene }),
  ])
  if (!product) return refuse({ code: 'share.unknown' })
  return ok({ product, sharer: isOwn ? null : sharerOf(found), code })
}

/** Null where the sharer deleted themselves. */
const sharerOf = ({ sharerName, sharerAvatar }: OpenedShare) =>
  sharerName === null ? null : { name: maskName(sharerName), avatar: sharerAvatar }
