/** Hands a sale on: anybody gets a code for its card, the same one all day. */
import type { sale } from '@/contract/sale'
import { ok, refuse } from '@/domain/result'
import { sharePath, shareUrl } from '@/domain/share/link'
import type { UseCase } from '../runtime/serve'
import { findOrMakeCommunityShare } from '../share/community-share.sql'
import { findSale } from './sale-view'

export const shareSale: UseCase<typeof sale.share> = async (deps, { memberId }, { saleId, channel }) => {
  const view = await findSale(deps, { saleId }, memberId)
  if (!view) return refuse({ code: 'sale.unknown' })
  if (view.state !== 'open') return refuse({ code: 'sale.not-open', state: view.state })
  const communityId = view.community?.id ?? ''
  const code = await findOrMakeCommunityShare(deps, { memberId, communityId, saleId, channel })
  return ok({
    code,
    path: sharePath(code, 'sale'),
    url: shareUrl(deps.config.PUBLIC_URL, code, 'sale'),
    title: view.title,
    cardPicture: view.cardPicture,
  })
}
