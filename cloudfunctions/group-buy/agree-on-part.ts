/** Whether somebody can take part, and at which price: the facts through the rule. Checkout and placing agree by it. */
import type { GroupRefusal } from '@/contract/group-buy'
import type { GroupId } from '@/domain/ids'
import { nextNth, whyNotJoin, whyNotOpen } from '@/domain/group-buy/take-part'
import type { SpecialPrice } from '@/domain/pricing/unit-price'
import { ok, refuse, type Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { GroupTerms, Part } from './part-facts.sql'

export type AgreedPart = {
  readonly special: SpecialPrice
  readonly terms: GroupTerms
  /** Null where it is still to be opened. */
  readonly group: { readonly id: GroupId; readonly missing: number; readonly deadlineAt: EpochMs | null } | null
  readonly nth: number
  readonly prices: Part['prices']
}

export const agreeOnPart = (
  part: Part,
  kind: 'open' | 'join',
  pieces: number,
  now: EpochMs,
): Result<AgreedPart, GroupRefusal> => {
  const { campaign, price, group, seats, prices } = part
  // a group that was never opened is nobody's but its opener's
  if (kind === 'join' && (!group || (!group.isOpened && seats.every((seat) => seat.groupId !== group.id))))
    return refuse({ code: 'group.unknown' })
  if (!campaign) return refuse({ code: 'campaign.over' })
  const facts = { campaign, left: price?.left ?? 0, seats }
  const no = group ? whyNotJoin(group, facts, pieces, now) : whyNotOpen(facts, pieces, now)
  if (!price && (!no || no.code === 'group.sold-out')) return refuse({ code: 'group.one-product' })
  if (no) return refuse(no)
  if (!price) return refuse({ code: 'group.one-product' })
  return ok({
    special: { rule: 'group', priceFen: price.priceFen },
    terms: group ? { ...group, id: group.campaignId } : campaign,
    group: group && { id: group.id, missing: group.size - group.confirmed, deadlineAt: group.deadlineAt },
    nth: nextNth(seats),
    prices,
  })
}
