/**
 * Assist coupons: friends who tap 助力 on their own account unlock a fixed coupon. Nothing hangs on the act of sharing;
 * an ordinary coupon can always be had without friends (`coupon.centre`). Business rules §3.
 */
import * as z from 'zod'
import { action, idOf, none } from './define'
import type { CouponFace, CouponView } from './coupon'
import { shareCodeIn, type ShareView } from './share'
import type { AssistCampaignId, AssistCardId, CouponTemplateId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

export type AssistCardState = 'collecting' | 'unlocked' | 'expired' | 'voided'

/** How long a coupon will be good: until a date, or days from the moment one gets it. */
export type AssistReward = CouponFace & {
  validity: { kind: 'dates'; untilAt: EpochMs } | { kind: 'days'; days: number }
}

export type AssistCampaignView = {
  id: AssistCampaignId
  name: string
  /** The words on the card in the chat, as staff wrote them; empty = the usual ones. */
  shareTitle: string
  /** What the owner gets, fixed. */
  reward: AssistReward
  /** What each friend gets for their own tap, once; null = nothing, or nothing is left of it. */
  helperReward: AssistReward | null
  /** An ordinary coupon that can be had at once, without friends (`coupon.claim`); null where none is left, or one has it. */
  instead: (AssistReward & { templateId: CouponTemplateId }) | null
  helpers: number
  lifeMs: number
  /** Coupons left of the budget, capped at 999. */
  left: number
  endsAt: EpochMs
  /** All rules in full, one sentence each, before anything happens. */
  rules: readonly string[]
  /** Why it can't be started now; null = it can. */
  closed: 'ended' | 'sold-out' | 'paused' | 'busy' | null
}

export type AssistHelperView = { name: string; avatar: string | null; at: EpochMs }

export type AssistCardView = {
  id: AssistCardId
  state: AssistCardState
  version: number
  campaign: AssistCampaignView
  helpers: readonly AssistHelperView[]
  missing: number
  startedAt: EpochMs
  deadlineAt: EpochMs
  /** The coupon once unlocked. */
  coupon: CouponView | null
  voidReason: string | null
  cardPicture: string | null
  activityId: string | null
}

/** What a friend sees. `acts` says what the one button does. */
export type AssistLandingView = {
  card: Pick<AssistCardView, 'id' | 'state' | 'version' | 'helpers' | 'missing' | 'deadlineAt'>
  campaign: AssistCampaignView
  /** Masked; `isYou` where one opens one's own card. */
  owner: { name: string; avatar: string | null; isYou: boolean }
  /** The caller's own part: the name the owner will see, whether they have helped, how many helps are left today. */
  you: { shownAs: string; hasHelped: boolean; helpsLeft: number; coupon: CouponView | null } | null
  /** Why the tap would do nothing; null = it counts. */
  why: AssistNo['code'] | null
}

export type AssistNo =
  | { code: 'assist.own-card' }
  | { code: 'assist.already-helped' }
  | { code: 'assist.day-limit'; limit: number }
  | { code: 'assist.over' }
  | { code: 'assist.unlocked' }
  | { code: 'assist.sold-out' }
  | { code: 'assist.paused' }
  | { code: 'assist.not-now' }

type StartNo =
  | { code: 'assist.unknown' }
  | { code: 'assist.over' }
  | { code: 'assist.sold-out' }
  | { code: 'assist.paused' }
  | { code: 'assist.busy'; againAt: EpochMs }
  | { code: 'assist.not-now' }
  | { code: 'assist.had-one' }

export const assist = {
  campaigns: action<{ campaigns: readonly AssistCampaignView[]; mine: readonly AssistCardView[] }>()('anyone', none),
  /** Starts one's own card, or answers the one that is under way. */
  start: action<AssistCardView, StartNo>()('member', z.strictObject({ campaignId: idOf('acp') })),
  /** One's own card. */
  mine: action<AssistCardView, { code: 'assist.unknown' }>()('member', z.strictObject({ cardId: idOf('ast') })),
  /** The page's pulse: null while nothing has changed since `version`. */
  watch: action<{ view: AssistCardView | null }, { code: 'assist.unknown' }>()(
    'member',
    z.strictObject({ cardId: idOf('ast'), version: z.int().min(0) }),
  ),
  /** Made when the page opens, before any tap. The same code all day. */
  share: action<ShareView & { activityId: string | null }, { code: 'assist.unknown' } | { code: 'assist.over' }>()(
    'member',
    z.strictObject({ cardId: idOf('ast'), channel: z.enum(['chat', 'poster', 'link']) }),
  ),
  /** A friend opens the card: everything the page draws, in one call; needs no identity and changes nothing. */
  open: action<AssistLandingView, { code: 'assist.unknown' }>()(
    'anyone',
    z.strictObject({ code: shareCodeIn, scene: z.int().min(0).max(9999).default(0) }),
  ),
  /** The friend's own tap. The last one that is needed unlocks exactly one coupon, whatever the interleaving. */
  help: action<AssistLandingView, AssistNo | { code: 'assist.unknown' }>()(
    'member',
    z.strictObject({ code: shareCodeIn }),
  ),
}
