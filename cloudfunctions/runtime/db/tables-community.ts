/** Tables of communities, group sales and commission (migrations 0013–0016). */
import type { Generated } from 'kysely'
import type { Earning, EarningKind, EarningState } from '@/domain/commission/earning'
import type { Cause, Posting, Snapshot } from '@/domain/commission/ledger'
import type { PayoutState, TransferState } from '@/domain/commission/payout'
import type { CommunityRole, CommunityState } from '@/domain/community/community'
import type { HandOverState } from '@/domain/community/hand-over'
import type { LeaderState } from '@/domain/community/leader'
import type { MembershipState } from '@/domain/community/member'
import type { BagState } from '@/domain/pickup/bag'
import type { Wanted } from '@/domain/sale/basket'
import type { SaleState } from '@/domain/sale/sale'
import type { Tier } from '@/domain/sale/tier'
import type { Policy, Reason } from '@/domain/shortage/allocate'
import type { At, AtOrNull, CountOrNull, Fen, FenDefault, Flag, Json, JsonOrNull, TextOrNull } from './columns'

export type CommunityTables = {
  leader: {
    store_id: string
    member_id: string
    state: LeaderState
    since_at: At
    applied_at: At
    neighbourhood: string
    intro: Generated<string>
    /** Agreed with this leader; null = as everybody. */
    rate_bp: CountOrNull
    decided_by: TextOrNull
    reason: TextOrNull
  }
  community: {
    store_id: string
    id: string
    leader_id: string
    name: string
    note: Generated<string>
    state: CommunityState
    paused_by: CommunityRole | null
    pickup_point_ids: Generated<string[]>
    version: Generated<number>
    created_at: At
    updated_at: At
    card_picture: Generated<string | null>
    card_as_of: AtOrNull
  }
  community_member: {
    store_id: string
    community_id: string
    member_id: string
    state: MembershipState
    joined_at: At
    since_at: At
  }
  /** The opengid is what WeChat decrypted. */
  community_group: { store_id: string; opengid: string; community_id: string; bound_by: string; bound_at: At }
  community_hand_over: {
    store_id: string
    id: string
    community_id: string
    from_id: string
    to_id: string
    state: HandOverState
    offered_at: At
    ended_at: AtOrNull
  }
  sale: {
    store_id: string
    id: string
    /** Null: the store's own sale. */
    community_id: TextOrNull
    leader_id: TextOrNull
    state: SaleState
    title: string
    note: Generated<string>
    starts_at: At
    ends_at: At
    hand_over_from_at: At
    hand_over_until_at: At
    keep_days: Generated<number>
    shortage_policy: Policy
    /** Null: the store's courier brings it. */
    pickup_point_ids: string[] | null
    last_number: Generated<number>
    version: Generated<number>
    /** Of what its leader wrote. */
    terms_version: Generated<number>
    opened_at: AtOrNull
    closed_at: AtOrNull
    reckoned_at: AtOrNull
    picking_at: AtOrNull
    delivered_at: AtOrNull
    settled_at: AtOrNull
    created_at: At
    updated_at: At
    card_picture: TextOrNull
    card_version: CountOrNull
  }
  sale_line: {
    store_id: string
    sale_id: string
    sku_id: string
    product_id: string
    position: number
    label: string
    price_fen: Fen
    tiers: Json<Tier[]>
    stock_limit: CountOrNull
    per_person: CountOrNull
    taken: Generated<number>
    paid_units: Generated<number>
    reached_units: Generated<number>
    received: CountOrNull
  }
  sale_person: {
    store_id: string
    sale_id: string
    sku_id: string
    member_id: string
    held: number
    per_person: number
  }
  sale_order: {
    store_id: string
    order_id: string
    sale_id: string
    member_id: TextOrNull
    number: CountOrNull
    for_name: TextOrNull
    bag_state: Generated<BagState>
    placed_at: At
    paid_at: AtOrNull
    nudged_at: AtOrNull
    handed_at: AtOrNull
    gone_at: AtOrNull
  }
  neighbour_draft: {
    store_id: string
    code: string
    sale_id: string
    leader_id: string
    for_name: string
    basket: Json<Wanted[]>
    pickup_point_id: TextOrNull
    note: Generated<string>
    state: 'open' | 'placed' | 'withdrawn' | 'lapsed'
    order_id: TextOrNull
    created_at: At
    ended_at: AtOrNull
  }
  tier_back: {
    store_id: string
    line_id: string
    sale_id: string
    order_id: string
    units: number
    back_fen: Fen
    refund_id: TextOrNull
  }
  shortage: {
    store_id: string
    sale_id: string
    sku_id: string
    policy: Policy
    sold: number
    received: number
    refund_fen: Fen
    decided_by: string
    at: At
  }
  shortage_cut: {
    store_id: string
    sale_id: string
    sku_id: string
    line_id: string
    order_id: string
    cut: number
    refund_fen: Fen
    reason: Json<Reason>
    refund_id: TextOrNull
  }
  hand_over_scan: {
    store_id: string
    scan_id: string
    sale_id: string
    order_id: string
    code_step: CountOrNull
    mac: TextOrNull
    at: At
    device: string
    by_kind: 'leader' | 'staff'
    by_id: string
    pickup_point_id: TextOrNull
    arrived_at: At
  }
  commission_terms: {
    store_id: string
    rate_bp: Generated<number>
    floor_bp: Generated<number>
    updated_by: TextOrNull
    updated_at: At
  }
  touch: {
    store_id: string
    member_id: string
    at: At
    leader_id: string
    via: 'card' | 'community'
    /** The share code or the community's id. */
    source: string
  }
  earning: {
    store_id: string
    id: string
    kind: EarningKind
    leader_id: string
    order_id: TextOrNull
    line_id: TextOrNull
    base_fen: Fen
    rate_bp: number
    amount_fen: Fen
    state: EarningState
    clawed_fen: FenDefault
    open_after_sales: Generated<number>
    is_own_purchase: Flag
    booked_at: At
    received_at: AtOrNull
    release_at: AtOrNull
    transfer_id: TextOrNull
    takes: JsonOrNull<NonNullable<Earning['takes']>>
    remark: TextOrNull
    staff_id: TextOrNull
    request_id: TextOrNull
    moves: Generated<number>
  }
  earning_movement: {
    store_id: string
    earning_id: string
    seq: number
    leader_id: string
    cause: Cause
    transfer_id: TextOrNull
    from_row: JsonOrNull<Snapshot>
    to_row: Json<Snapshot>
    postings: Json<readonly Posting[]>
    at: At
  }
  payout: {
    store_id: string
    id: string
    leader_id: string
    state: PayoutState
    amount_fen: Fen
    maker_id: string
    checker_id: TextOrNull
    reason: TextOrNull
    proposed_at: At
    decided_at: AtOrNull
    finished_at: AtOrNull
  }
  payout_row: { store_id: string; payout_id: string; earning_id: string; transfer_no: number; amount_fen: Fen }
  transfer: {
    store_id: string
    id: string
    payout_id: string
    leader_id: string
    out_bill_no: string
    amount_fen: Fen
    state: TransferState
    package_info: TextOrNull
    wechat_bill_no: TextOrNull
    fail_reason: TextOrNull
    asked_at: AtOrNull
    ended_at: AtOrNull
    created_at: At
  }
  ledger_check: { store_id: string; checked_at: At }
  ledger_finding: {
    store_id: string
    id: string
    leader_id: TextOrNull
    kind: string
    facts: Json<unknown>
    found_at: At
    settled_at: AtOrNull
    settled_by: TextOrNull
  }
}
