/** Group buys as the staff run them: campaigns, live groups, what they brought, and the refunds of groups that did not fill. */
import * as z from 'zod'
import { action, fenIn, idOf, words } from './define'
import type { RefundView } from './order'
import type { Picture } from './views'
import type { GroupCampaignId, GroupId, OrderId, ProductId, RefundId, SkuId } from '@/domain/ids'
import type {
  CampaignAct,
  CampaignPhase,
  CampaignStatus,
  PriceProblem,
  TermsProblem,
} from '@/domain/group-buy/campaign'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { Fen } from '@/domain/money'
import { epochMs, type EpochMs } from '@/domain/time'

export type CampaignNumbers = {
  /** Groups whose opener paid. */
  opened: number
  filled: number
  expired: number
  /** Half of the groups that filled took less; null before the first. */
  medianFillMs: number | null
  /** Of groups that are open or full, without what went back. */
  paidFen: Fen
  pieces: number
  /** Share → open → join → pay: cards made, people who opened one (strangers count each time), seats taken through one, of these paid. */
  funnel: readonly { step: 'shared' | 'opened' | 'joined' | 'paid'; people: number }[]
}

export type CampaignRow = {
  id: GroupCampaignId
  name: string
  status: CampaignStatus
  /** Live by status, but before its first or after its last day. */
  phase: CampaignPhase
  product: { id: ProductId; title: string; picture: Picture | null }
  size: number
  minSize: number | null
  priceFromFen: Fen
  salePriceFromFen: Fen
  startsAt: EpochMs
  endsAt: EpochMs
  /** Filling right now. */
  openGroups: number
  opened: number
  filled: number
  taken: number
  stockShare: number
  acts: readonly CampaignAct[]
}

export type CampaignSku = {
  skuId: SkuId
  options: readonly string[]
  isOff: boolean
  salePriceFen: Fen
  memberPriceFen: Fen | null
  costFen: Fen | null
  available: number
  /** Null where the SKU takes no part. */
  groupPriceFen: Fen | null
  stockShare: number
  taken: number
}

export type CampaignView = Omit<CampaignRow, 'opened' | 'filled' | 'taken' | 'stockShare'> & {
  version: number
  lifeMinutes: number
  perPerson: number
  mostPieces: number
  skus: readonly CampaignSku[]
  numbers: CampaignNumbers
}

export type StaffGroupRow = {
  id: GroupId
  campaignId: GroupCampaignId
  campaignName: string
  productTitle: string
  picture: Picture | null
  state: GroupState
  size: number
  minSize: number | null
  reserved: number
  confirmed: number
  /** Masked. */
  leader: string
  openedAt: EpochMs | null
  deadlineAt: EpochMs | null
  filledAt: EpochMs | null
  /** Of the refunds: how many there are, how many are final. */
  refunds: { all: number; done: number; failed: number; amountFen: Fen }
}

export type StaffGroupView = StaffGroupRow & {
  seats: readonly {
    orderId: OrderId
    orderNumber: string
    buyer: string
    state: SeatState
    isLeader: boolean
    pieces: number
    paidFen: Fen
    at: EpochMs
    refund: (RefundView & { isDead: boolean }) | null
  }[]
  /** Seats of orders that belong to pick-up points the caller does not look after. */
  elsewhere: number
}

export type GroupRefundRow = Omit<RefundView, 'id'> & {
  id: RefundId
  groupId: GroupId
  orderId: OrderId
  orderNumber: string
  buyer: string
  productTitle: string
  why: 'group-expired' | 'group-left' | 'seat-lost'
  attempts: number
  nextTryAt: EpochMs | null
  lastError: string | null
  /** Given up: it waits for staff to retry. */
  isDead: boolean
}

/** Between 2000 and 2100: what a calendar may be asked about. */
const instantIn = z
  .int()
  .min(946_684_800_000)
  .max(4_102_444_800_000)
  .transform((at) => epochMs(at))

const campaignIn = z.strictObject({
  /** Absent for a new one. */
  campaignId: idOf('gcp').optional(),
  /** The version that was edited; a newer one is refused as `campaign.changed`. */
  version: z.int().min(0).default(0),
  name: words(30),
  productId: idOf('prd'),
  /** Limits are the rule's (`termsProblems`), so that a refusal can name it. */
  size: z.int().min(1).max(100),
  minSize: z.int().min(1).max(100).nullable().default(null),
  lifeMinutes: z.int().min(1).max(100_000),
  perPerson: z.int().min(1).max(20),
  mostPieces: z.int().min(1).max(20),
  startsAt: instantIn,
  endsAt: instantIn,
  prices: z
    .array(
      z.strictObject({
        skuId: idOf('sku'),
        priceFen: fenIn(1, 100_000_000),
        stockShare: z.int().min(0).max(1_000_000),
      }),
    )
    .min(1)
    .max(200),
})

export type CampaignRefusal =
  | { code: 'campaign.unknown' }
  | { code: 'campaign.changed' }
  | { code: 'campaign.act-not-open'; act: CampaignAct }
  | { code: 'campaign.product-taken'; campaignId: GroupCampaignId; name: string }
  /** Once published, a campaign belongs to its product. */
  | { code: 'campaign.product-fixed' }
  /** Nobody could buy it: the product is not on sale. */
  | { code: 'campaign.product-off' }
  | TermsProblem
  | PriceProblem

const refundTab = z.enum(['all', 'open', 'failed', 'done']).default('open')
const pageIn = { page: z.int().min(1).max(200).default(1), pageSize: z.int().min(5).max(50).default(20) }

export const staffGroupBuy = {
  campaigns: action<{
    rows: readonly CampaignRow[]
    total: number
    counts: Record<'all' | CampaignStatus, number>
  }>()(
    'staff:campaign.read',
    z.strictObject({ status: z.enum(['all', 'draft', 'live', 'paused', 'ended']).default('all'), ...pageIn }),
  ),
  campaign: action<CampaignView, { code: 'campaign.unknown' }>()(
    'staff:campaign.read',
    z.strictObject({ campaignId: idOf('gcp') }),
  ),
  /** SKUs of a product to set group prices for, before there is a campaign. */
  skusOf: action<
    { title: string; picture: Picture | null; skus: readonly CampaignSku[] },
    { code: 'product.unknown' }
  >()('staff:campaign.read', z.strictObject({ productId: idOf('prd') })),
  /** A live campaign keeps what its open groups were promised: changes count for groups opened afterwards. */
  saveCampaign: action<CampaignView, CampaignRefusal>()('staff:campaign.write', campaignIn),
  moveCampaign: action<CampaignView, CampaignRefusal>()(
    'staff:campaign.write',
    z.strictObject({
      campaignId: idOf('gcp'),
      /** The version on the screen, as for `saveCampaign`. */
      version: z.int().min(0),
      act: z.enum(['publish', 'pause', 'resume', 'end']),
    }),
  ),
  groups: action<{
    rows: readonly StaffGroupRow[]
    total: number
    counts: Record<'all' | 'open' | 'full' | 'expired' | 'refunded', number>
  }>()(
    'staff:campaign.read',
    z.strictObject({
      tab: z.enum(['all', 'open', 'full', 'expired', 'refunded']).default('open'),
      campaignId: idOf('gcp').optional(),
      ...pageIn,
    }),
  ),
  group: action<StaffGroupView, { code: 'group.unknown' }>()(
    'staff:campaign.read',
    z.strictObject({ groupId: idOf('grp') }),
  ),
  refunds: action<{
    rows: readonly GroupRefundRow[]
    total: number
    counts: Record<'all' | 'open' | 'failed' | 'done', number>
    openFen: Fen
  }>()('staff:campaign.read', z.strictObject({ tab: refundTab, ...pageIn })),
  /** The ledger for a file, in parts; each part that is taken leaves its row in the trail. */
  exportRefunds: action<{ rows: readonly GroupRefundRow[]; isMore: boolean }>()(
    'staff:order.export',
    z.strictObject({ tab: refundTab, page: z.int().min(1).max(10).default(1) }),
  ),
  /** Puts a refund that was given up back to work at once. */
  retryRefund: action<GroupRefundRow, { code: 'refund.unknown' } | { code: 'refund.not-retryable' }>()(
    'staff:outbox.retry',
    z.strictObject({ refundId: idOf('ref') }),
  ),
}
