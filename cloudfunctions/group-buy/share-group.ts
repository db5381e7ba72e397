/** Hands a group on: who is in it gets a code for its card, the same one all day. */
import type { groupBuy } from '@/contract/group-buy'
import { canInvite } from '@/domain/group-buy/acts'
import { ok, refuse } from '@/domain/result'
import { sharePath, shareUrl } from '@/domain/share/link'
import type { UseCase } from '../runtime/serve'
import { findOrMakeShare } from '../share/share.sql'
import { findGroup } from './group-view'

export const shareGroup: UseCase<typeof groupBuy.share> = async (deps, { memberId }, { groupId, channel }) => {
  const group = await findGroup(deps, { groupId }, memberId)
  if (!group?.mine) return refuse({ code: 'group.unknown' })
  if (!canInvite(group, group.mine.state, deps.now())) return refuse({ code: 'group.over', state: group.state })
  const made = await findOrMakeShare(deps, memberId, group.product.id, channel, groupId)
  if (!made) return refuse({ code: 'group.unknown' })
  return ok({
    code: made.code,
    path: sharePath(made.code, 'group'),
    url: shareUrl(deps.config.PUBLIC_URL, made.code, 'group'),
    title: made.title,
    cardPicture: group.cardPicture ?? made.cardPicture,
    activityId: group.activityId,
  })
}
