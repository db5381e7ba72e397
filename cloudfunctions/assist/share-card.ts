/** Hands one's card on: a code for it, the same one all day. Sharing gives nobody anything; a friend's tap does. */
import type { assist } from '@/contract/assist'
import { ok, refuse } from '@/domain/result'
import { sharePath, shareUrl } from '@/domain/share/link'
import type { UseCase } from '../runtime/serve'
import { findOrMakeAssistShare } from '../share/assist-share.sql'
import { shownState } from './card-view'
import { readCard } from './card.sql'

export const shareCard: UseCase<typeof assist.share> = async (deps, { memberId }, { cardId, channel }) => {
  const row = await readCard(deps, { cardId }, memberId)
  if (row?.ownerId !== memberId) return refuse({ code: 'assist.unknown' })
  if (shownState(row, deps.now()) !== 'collecting') return refuse({ code: 'assist.over' })
  const code = await findOrMakeAssistShare(deps, memberId, cardId, channel)
  return ok({
    code,
    path: sharePath(code, 'assist'),
    url: shareUrl(deps.config.PUBLIC_URL, code, 'assist'),
    title: row.campaign.shareTitle || row.campaign.reward.name,
    cardPicture: row.cardPicture,
    activityId: row.activityId,
  })
}
