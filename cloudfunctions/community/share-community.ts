/** The invite card: any neighbour of a community hands it on under a code of their own, the same all day. */
import type { community } from '@/contract/community'
import { isMember } from '@/domain/community/member'
import { ok, refuse } from '@/domain/result'
import { sharePath, shareUrl } from '@/domain/share/link'
import type { UseCase } from '../runtime/serve'
import { findOrMakeCommunityShare } from '../share/community-share.sql'
import { findCommunity } from './community-view'

export const shareCommunity: UseCase<typeof community.share> = async (deps, { memberId }, { communityId, channel }) => {
  const view = await findCommunity(deps, { communityId }, memberId)
  if (!view || !isMember(view.membership)) return refuse({ code: 'community.unknown' })
  if (view.state === 'closed') return refuse({ code: 'community.closed' })
  const code = await findOrMakeCommunityShare(deps, { memberId, communityId, saleId: '', channel })
  return ok({
    code,
    path: sharePath(code, 'community'),
    url: shareUrl(deps.config.PUBLIC_URL, code, 'community'),
    title: view.name,
    cardPicture: view.cardPicture,
  })
}
