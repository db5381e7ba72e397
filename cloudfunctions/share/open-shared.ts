/** What a friend who opens a card sees, in one call. Opening it needs no identity and gives nobody anything. */
import type { share } from '@/contract/share'
import { ok, refuse } from '@/domain/result'
import { maskName } from '@/domain/share/mask'
import { productView } from '../catalog/open-product'
import type { UseCase } from '../runtime/serve'
import { openShare, type OpenedShare } from './share.sql'

export const openShared: UseCase<typeof share.open> = async (deps, caller, { code, scene }) => {
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const opened = await openShare(deps, code, memberId, scene)
  const product = opened && (await productView(deps, opened.productId, memberId))
  if (!product) return refuse({ code: 'share.unknown' })
  return ok({ product, sharer: opened.sharerId === memberId ? null : sharerOf(opened), code })
}

/** Null where the sharer deleted themselves. */
const sharerOf = ({ sharerName, sharerAvatar }: OpenedShare) =>
  sharerName === null ? null : { name: maskName(sharerName), avatar: sharerAvatar }
