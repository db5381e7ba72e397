/** Makes the code under which a member shares a product: the same one all day, so that a card sent twice counts as one. */
import type { share } from '@/contract/share'
import { ok, refuse } from '@/domain/result'
import { sharePath, shareUrl } from '@/domain/share/link'
import type { UseCase } from '../runtime/serve'
import { findOrMakeShare } from './share.sql'

export const createShare: UseCase<typeof share.create> = async (deps, { memberId }, { productId, channel }) => {
  const row = await findOrMakeShare(deps, memberId, productId, channel)
  if (!row) return refuse({ code: 'product.unknown' })
  return ok({ ...row, path: sharePath(row.code), url: shareUrl(deps.config.PUBLIC_URL, row.code) })
}
