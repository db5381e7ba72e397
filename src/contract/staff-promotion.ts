/** Coupons, promotions, flash slots and assist campaigns as the staff run them: drafts, the linter, the sandbox, burn, kill switch. */
import * as z from 'zod'
import { action, fenIn, idOf, none, requestIdIn, words, wordsOrNone } from './define'
import type { Picture } from './views'
import type { AssistDraft } from '@/domain/assist/draft'
import type { Finding } from '@/domain/assist/lint'
import type { CouponSource } from '@/domain/coupon/claim'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { TemplateFault } from '@/domain/coupon/template-faults'
import type { CampaignStatus } from '@/domain/group-buy/campaign'
import type {
  AssistCampaignId,
  AssistCardId,
  CouponId,
  CouponTemplateId,
  FlashSlotId,
  PromotionId,
  SkuId,
} from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { Promotion } from '@/domain/promotion/promotion'
import type { PromotionFault } from '@/domain/promotion/promotion-faults'
import type { Trial } from '@/domain/promotion/sandbox'
import type { EpochMs } from '@/domain/time'

export type DealStatus = CampaignStatus
export type DealAct = 'publish' | 'pause' | 'resume' | 'end'
export type DealCounts = Record<'all' | DealStatus, number>
/** Coupons by what became of them; `costFen`: what the used ones took off. */
export type Burn = {
  budget: number
  issued: number
  used: number
  expired: number
  voided: number
  costFen: Fen
  mostCostFen: Fen
}

export type TemplateRow = {
  template: CouponTemplate
  version: number
  scopeNames: readonly string[]
  burn: Burn
  acts: readonly DealAct[]
}
export type PromotionRow = {
  promotion: Promotion
  status: DealStatus
  version: number
  position: number
  scopeNames: readonly string[]
  /** Orders of the last 30 days that it lay on and what it took off, paid ones only. */
  orders: number
  costFen: Fen
  acts: readonly DealAct[]
}

export type FlashSlotRow = {
  id: FlashSlotId
  name: string
  status: 'draft' | 'live' | 'ended'
  version: number
  startsAt: EpochMs
  endsAt: EpochMs
  phase: 'before' | 'running' | 'over'
  items: readonly {
    skuId: SkuId
    title: string
    options: readonly string[]
    picture: Picture
    /** The lower one of sale price and member price: a flash price has to be below both. */
    saleFen: Fen
    flashFen: Fen
    costFen: Fen | null
    available: number
    stockShare: number
    taken: number
    perPerson: number
  }[]
  acts: readonly ('publish' | 'end')[]
}

export type AssistRow = {
  id: AssistCampaignId
  draft: AssistDraft
  templateId: CouponTemplateId
  helperTemplateId: CouponTemplateId | null
  insteadTemplateId: CouponTemplateId | null
  status: DealStatus
  version: number
  startsAt: EpochMs
  endsAt: EpochMs
  unlocked: number
  cardCount: number
  helps: number
  /** started → opened by a friend → helped → unlocked → used. */
  funnel: readonly { step: 'started' | 'opened' | 'helped' | 'unlocked' | 'used'; people: number }[]
  acts: readonly DealAct[]
}

export type AssistCardRow = {
  id: AssistCardId
  owner: string
  state: 'collecting' | 'unlocked' | 'expired' | 'voided'
  helped: number
  helpers: number
  startedAt: EpochMs
  unlockedAt: EpochMs | null
  couponState: string | null
  /** Highest risk rank among its helpers as WeChat told it; null = unknown. */
  riskRank: number | null
  voidReason: string | null
}

export type GrantedCoupon = {
  id: CouponId
  member: string
  state: string
  source: CouponSource
  claimedAt: EpochMs
  expiresAt: EpochMs
  orderNumber: string | null
}

const scopeIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('products'), ids: z.array(idOf('prd')).min(1).max(200) }),
  z.strictObject({ kind: z.literal('categories'), ids: z.array(idOf('cat')).min(1).max(50) }),
])
const money = fenIn(0, 100_000_000)
const combinesIn = z.array(z.enum(['flash', 'group', 'community', 'line', 'order'])).max(5)
const editIn = { version: z.int().min(0).default(0) }
const datesIn = { startsAt: z.int(), endsAt: z.int() }
const bpIn = z.int().min(1).max(10_000)

const templateIn = z.strictObject({
  templateId: idOf('ctp').optional(),
  ...editIn,
  name: words(20),
  offer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('amount'), offFen: fenIn(1, 100_000_000) }),
    z.strictObject({ kind: z.literal('percent'), offBp: bpIn, capFen: fenIn(1, 100_000_000) }),
    z.strictObject({ kind: z.literal('delivery'), offFen: fenIn(1, 100_000_000).nullable() }),
  ]),
  thresholdFen: money,
  scope: scopeIn,
  combines: combinesIn,
  isClaimable: z.boolean(),
  claimFromAt: z.int().nullable(),
  claimUntilAt: z.int().nullable(),
  validity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('dates'), fromAt: z.int(), untilAt: z.int() }),
    z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(365) }),
  ]),
  budget: z.int().min(0).max(10_000_000),
  perPerson: z.int().min(1).max(100),
  perDay: z.int().min(1).max(1_000_000).nullable(),
})

const dealIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('buy-n'), pieces: z.int().min(2).max(99), free: z.int().min(1).max(98) }),
  z.strictObject({ kind: z.literal('nth'), nth: z.int().min(2).max(99), offBp: bpIn }),
  z.strictObject({
    kind: z.literal('ladder'),
    tiers: z
      .array(z.strictObject({ pieces: z.int().min(1).max(999), offBp: bpIn }))
      .min(1)
      .max(5),
  }),
])
const promotionIn = z.strictObject({
  promotionId: idOf('prm').optional(),
  ...editIn,
  name: words(20),
  scope: scopeIn,
  ...datesIn,
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('line'),
      deal: dealIn,
      pool: z.enum(['sku', 'together']),
      mostTimes: z.int().min(1).max(99).nullable(),
      combines: z.array(z.enum(['flash', 'group', 'community'])).max(3),
    }),
    z.strictObject({
      kind: z.literal('order'),
      tiers: z
        .array(z.strictObject({ overFen: fenIn(1, 100_000_000), offFen: fenIn(1, 100_000_000) }))
        .min(1)
        .max(5),
      combines: z.array(z.enum(['flash', 'group', 'community', 'line'])).max(4),
    }),
  ]),
})

const flashIn = z.strictObject({
  slotId: idOf('fls').optional(),
  ...editIn,
  name: words(12),
  ...datesIn,
  items: z
    .array(
      z.strictObject({
        skuId: idOf('sku'),
        flashFen: fenIn(1, 100_000_000),
        stockShare: z.int().min(1).max(1_000_000),
        perPerson: z.int().min(1).max(99),
      }),
    )
    .min(1)
    .max(50),
})

/** The linter runs on the draft as it is typed, so texts may be anything; publishing needs a clean bill. */
const assistIn = z.strictObject({
  campaignId: idOf('acp').optional(),
  ...editIn,
  name: words(30),
  shareTitle: words(40),
  ruleText: words(2_000),
  helpers: z.int().min(1).max(20),
  lifeMinutes: z.int().min(1).max(10_080),
  budget: z.int().min(0).max(1_000_000),
  startsPerHour: z.int().min(1).max(100_000),
  templateId: idOf('ctp'),
  helperTemplateId: idOf('ctp').nullable(),
  insteadTemplateId: idOf('ctp').nullable(),
  ...datesIn,
})

export type DealRefusal =
  | { code: 'deal.unknown' }
  | { code: 'deal.changed' }
  | { code: 'deal.act-not-open'; act: string }
  | { code: 'deal.dates' }
type TemplateRefusal =
  | DealRefusal
  | { code: 'template.faults'; faults: readonly TemplateFault[] }
  | { code: 'template.budget-below-issued'; issued: number }
type PromotionRefusal = DealRefusal | { code: 'promotion.faults'; faults: readonly PromotionFault[] }
type FlashRefusal =
  | DealRefusal
  | { code: 'flash.sku-unknown'; skuId: SkuId }
  | { code: 'flash.price-not-lower'; skuId: SkuId; saleFen: Fen }
  | { code: 'flash.share-below-taken'; skuId: SkuId; taken: number }
  | { code: 'flash.overlap'; skuId: SkuId; slotId: FlashSlotId; name: string }
type AssistRefusal =
  | DealRefusal
  | { code: 'assist.rules'; findings: readonly Finding[] }
  | { code: 'assist.budget-below-unlocked'; unlocked: number }
  /** A coupon that can't be handed out: not live, over, or (for `instead`) not to be had by oneself. */
  | { code: 'assist.template-off'; role: 'reward' | 'helper' | 'instead'; name: string }

const listIn = z.strictObject({
  status: z.enum(['all', 'draft', 'live', 'paused', 'ended']).default('all'),
  page: z.int().min(1).max(200).default(1),
  pageSize: z.int().min(5).max(50).default(20),
})
/** Found by a part of the name, whatever its case. */
const namedIn = listIn.extend({ text: wordsOrNone(20).optional() })
const actIn = z.enum(['publish', 'pause', 'resume', 'end'])
type List<T> = { rows: readonly T[]; total: number; counts: DealCounts }

export const staffPromotion = {
  /** `ids` asks for these alone, wherever they stand in the list. */
  templates: action<List<TemplateRow>>()(
    'staff:campaign.read',
    namedIn.extend({ ids: z.array(idOf('ctp')).max(20).optional() }),
  ),
  template: action<TemplateRow & { coupons: readonly GrantedCoupon[] }, { code: 'deal.unknown' }>()(
    'staff:campaign.read',
    z.strictObject({ templateId: idOf('ctp') }),
  ),
  saveTemplate: action<TemplateRow, TemplateRefusal>()('staff:campaign.write', templateIn),
  moveTemplate: action<TemplateRow, TemplateRefusal>()(
    'staff:campaign.write',
    z.strictObject({ templateId: idOf('ctp'), version: z.int().min(0), act: actIn }),
  ),
  /** To members by the tail of their phone or their name as found by `findMembers`; once per `requestId` and member. */
  grant: action<
    {
      granted: number
      refused: readonly { memberId: string; code: 'coupon.limit-reached' | 'coupon.sold-out' | 'member.unknown' }[]
    },
    DealRefusal
  >()(
    'staff:campaign.write',
    z.strictObject({
      templateId: idOf('ctp'),
      memberIds: z.array(idOf('mem')).min(1).max(200),
      requestId: requestIdIn,
      reason: words(100),
    }),
  ),
  findMembers: action<{ members: readonly { id: string; name: string; maskedPhone: string | null }[] }>()(
    'staff:campaign.write',
    z.strictObject({ text: words(20) }),
  ),
  /** Makes exchange codes, each good once. The same `requestId` again answers the same codes. */
  makeCodes: action<
    { batch: string; codes: readonly string[] },
    DealRefusal | { code: 'template.codes-above-budget'; left: number }
  >()(
    'staff:campaign.write',
    z.strictObject({ templateId: idOf('ctp'), count: z.int().min(1).max(2_000), requestId: requestIdIn }),
  ),
  voidCoupon: action<GrantedCoupon, DealRefusal>()(
    'staff:campaign.write',
    z.strictObject({ couponId: idOf('cpn'), reason: words(100) }),
  ),

  /** `order`: all that are not over, as they are tried. */
  promotions: action<List<PromotionRow> & { order: readonly PromotionId[] }>()('staff:campaign.read', namedIn),
  promotion: action<PromotionRow, { code: 'deal.unknown' }>()(
    'staff:campaign.read',
    z.strictObject({ promotionId: idOf('prm') }),
  ),
  savePromotion: action<PromotionRow, PromotionRefusal>()('staff:campaign.write', promotionIn),
  movePromotion: action<PromotionRow, PromotionRefusal>()(
    'staff:campaign.write',
    z.strictObject({ promotionId: idOf('prm'), version: z.int().min(0), act: actIn }),
  ),
  /** The first that matches counts, so their order is part of the rule. */
  arrangePromotions: action<{ ok: true }, DealRefusal>()(
    'staff:campaign.write',
    z.strictObject({ promotionIds: z.array(idOf('prm')).min(1).max(1_000) }),
  ),

  slots: action<{ rows: readonly FlashSlotRow[]; total: number; counts: DealCounts }>()('staff:campaign.read', listIn),
  saveSlot: action<FlashSlotRow, FlashRefusal>()('staff:campaign.write', flashIn),
  moveSlot: action<FlashSlotRow, FlashRefusal>()(
    'staff:campaign.write',
    z.strictObject({ slotId: idOf('fls'), version: z.int().min(0), act: z.enum(['publish', 'end']) }),
  ),

  assists: action<List<AssistRow> & { isOff: boolean }>()('staff:campaign.read', listIn),
  assist: action<
    AssistRow & { cards: readonly AssistCardRow[]; findings: readonly Finding[] },
    { code: 'deal.unknown' }
  >()('staff:campaign.read', z.strictObject({ campaignId: idOf('acp') })),
  saveAssist: action<AssistRow & { findings: readonly Finding[] }, AssistRefusal>()('staff:campaign.write', assistIn),
  /** Publishing runs the linter on what is stored and refuses with its findings, the clause first. */
  moveAssist: action<AssistRow & { findings: readonly Finding[] }, AssistRefusal>()(
    'staff:campaign.write',
    z.strictObject({ campaignId: idOf('acp'), version: z.int().min(0), act: actIn }),
  ),
  voidAssist: action<AssistCardRow, DealRefusal>()(
    'staff:campaign.write',
    z.strictObject({ cardId: idOf('ast'), reason: words(100) }),
  ),
  /** Stops or lets go all assist campaigns at once. */
  switchAssists: action<{ isOff: boolean }>()(
    'staff:campaign.write',
    z.strictObject({ isOff: z.boolean(), reason: words(100) }),
  ),

  /** A draft tried on the orders of the last seven days. Nothing is changed. */
  tryDraft: action<{
    trial: Trial
    fromAt: EpochMs
    untilAt: EpochMs
    worst: readonly { orderId: string; number: string; title: string }[]
  }>()(
    'staff:campaign.read',
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('coupon'), template: templateIn }),
      z.strictObject({ kind: z.literal('promotion'), promotion: promotionIn }),
    ]),
  ),
  /** Names for scopes and pickers. */
  shelves: action<{ categories: readonly { id: string; name: string; parentId: string | null }[] }>()(
    'staff:campaign.read',
    none,
  ),
}
