/** The tables as Kysely sees them. Instants come back as Date, bigint as number (see `connect.ts`), jsonb parsed. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CardState } from '@/domain/assist/card'
import type { Attribution } from '@/domain/commission/attribution'
import type { CouponSource } from '@/domain/coupon/claim'
import type { CouponState } from '@/domain/coupon/coupon'
import type { CouponTerms } from '@/domain/coupon/terms'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import type { GroupState, SeatState } from '@/domain/group-buy/group'
import type { CouponId } from '@/domain/ids'
import type { MessageTopic } from '@/domain/message/kinds'
import type { OrderEvent } from '@/domain/order/events'
import type { PointsKind } from '@/domain/points/ledger'
import type { Quote } from '@/domain/pricing/quote'
import type { LinePromotion, OrderPromotion } from '@/domain/promotion/promotion'
import type { Picture, Reason, Spec } from '@/contract/views'
import type { StoredBlock } from '@/contract/staff-store'
import type {
  At,
  AtOrNull,
  CountOrNull,
  Fen,
  FenDefault,
  FenOrNull,
  Flag,
  Json,
  JsonOrNull,
  Text,
  TextOrNull,
} from './columns'
import type { CommunityTables } from './tables-community'
import type { MessageTables } from './tables-message'

export type AddressSnapshot = {
  name: string
  phone: string
  province: string
  city: string
  district: string
  detail: string
}
/** Coupons and points that an order holds while it is unpaid and has used once it is paid. */
export type OrderDeals = { couponIds: readonly CouponId[]; points: number }
type PromotionBody<P> = P extends unknown ? Omit<P, 'id' | 'name' | 'startsAt' | 'endsAt'> : never
export type ParcelLine = { lineId: string; quantity: number }
export type RefundLine = { lineId: string; quantity: number; amountFen: number }
export type MemberSettingsRow = {
  isPersonal?: boolean
  isLargeText?: boolean
  /** Topics that WeChat's messages are switched off for. */
  muted?: readonly MessageTopic[]
  /** File of the avatar that is shown, to be removed with it. */
  avatarKey?: string
  /** Waits for WeChat's verdict under this trace id. */
  pendingAvatar?: { traceId: string; url: string; key: string }
}
export type StoreSettingsRow = {
  notice?: string | null
  servicePhone?: string | null
  searchHint?: string
  lowStockAt?: number
  orderBeforeMinute?: number
  readyFromMinute?: number
  readyUntilMinute?: number
  /** Stops all assist campaigns at once. */
  assistOff?: boolean
}

export type Tables = CommunityTables &
  MessageTables & {
    store: {
      id: string
      name: string
      settings: JSONColumnType<StoreSettingsRow, string | undefined, string>
      created_at: Generated<Date>
    }
    member: {
      store_id: string
      id: string
      openid: TextOrNull
      name: string
      avatar: TextOrNull
      level: Generated<'ordinary' | 'member'>
      is_leader: Flag
      phone: TextOrNull
      settings: JSONColumnType<MemberSettingsRow, string | undefined, string>
      created_at: At
      deleted_at: AtOrNull
      level_checked_at: AtOrNull
    }
    address: {
      store_id: string
      id: string
      member_id: string
      name: string
      phone: string
      province: string
      city: string
      district: string
      detail: string
      is_default: Flag
      used_at: At
    }
    staff: {
      store_id: string
      id: string
      username: string
      name: string
      role: string
      pickup_point_ids: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
      password_hash: string
      must_change_password: Flag
      wrong_passwords: Generated<number>
      locked_until: AtOrNull
      is_disabled: Flag
      last_seen_at: AtOrNull
      created_at: At
    }
    staff_session: { store_id: string; token_hash: string; staff_id: string; created_at: At; expires_at: At }
    audit: {
      store_id: string
      id: string
      at: At
      staff_id: string
      action: string
      subject: string
      subject_name: TextOrNull
      before: JsonOrNull<unknown>
      after: JsonOrNull<unknown>
      request_id: string
    }
    category: {
      store_id: string
      id: string
      parent_id: TextOrNull
      name: string
      picture: JsonOrNull<Picture>
      position: Generated<number>
      is_hidden: Flag
    }
    delivery_template: { store_id: string; id: string; name: string; template: Json<DeliveryTemplate> }
    product: {
      store_id: string
      id: string
      title: string
      subtitle: TextOrNull
      category_id: string
      keywords: Generated<string[]>
      tags: Generated<string[]>
      origin: TextOrNull
      unit: TextOrNull
      description: Generated<string[]>
      pictures: Json<Picture[]>
      specs: Json<Spec[]>
      status: 'draft' | 'on' | 'off'
      delivery_template_id: TextOrNull
      search_text: Generated<string>
      price_from_fen: FenDefault
      price_to_fen: FenDefault
      sold_count: Generated<number>
      is_in_season: Flag
      arrived_at: AtOrNull
      card_picture: TextOrNull
      version: Generated<number>
      created_at: At
      updated_at: At
      commission_bp: CountOrNull
    }
    sku: {
      store_id: string
      id: string
      product_id: string
      options: Generated<string[]>
      code: TextOrNull
      price_fen: Fen
      member_price_fen: FenOrNull
      market_price_fen: FenOrNull
      cost_fen: FenOrNull
      weight_g: Generated<number>
      picture: JsonOrNull<Picture>
      position: Generated<number>
      is_off: Flag
      floor_fen: FenOrNull
    }
    stock: { store_id: string; sku_id: string; bucket: Generated<number>; available: number }
    stock_movement: {
      store_id: string
      id: string
      sku_id: string
      kind: 'received' | 'held' | 'released' | 'adjusted' | 'returned'
      quantity: number
      order_id: TextOrNull
      staff_id: TextOrNull
      request_id: TextOrNull
      reason: TextOrNull
      at: At
    }
    pickup_point: {
      store_id: string
      id: string
      name: string
      keeper: string
      keeper_phone: TextOrNull
      address: string
      hours: string
      latitude: number
      longitude: number
      walk_minutes: ColumnType<number | null, number | null | undefined, number | null>
      position: Generated<number>
      is_closed: Flag
    }
    home_block: { store_id: string; id: string; position: number; block: Json<StoredBlock>; is_hidden: Flag }
    feed_generation: { store_id: string; generation: number; made_at: At; size: number }
    feed_entry: {
      store_id: string
      generation: number
      position: number
      product_id: string
      category_id: string
      reason: JsonOrNull<Reason>
    }
    favorite: { store_id: string; member_id: string; product_id: string; at: At }
    cart_line: {
      store_id: string
      member_id: string
      sku_id: string
      quantity: number
      is_selected: Flag
      added_price_fen: Fen
      added_at: At
    }
    orders: {
      store_id: string
      id: string
      number: string
      member_id: Text
      request_id: string
      trade: string
      money: string
      fulfilment: string
      delivery_kind: 'pickup' | 'local' | 'express'
      address: JsonOrNull<AddressSnapshot>
      pickup_point_id: TextOrNull
      pickup_code: TextOrNull
      buyer_name: string
      buyer_phone: TextOrNull
      note: TextOrNull
      remark: TextOrNull
      quote: Json<Quote>
      pieces: number
      first_title: string
      total_fen: Fen
      delivery_fen: FenDefault
      paid_fen: FenDefault
      refunded_fen: FenDefault
      share_code: TextOrNull
      sharer_id: TextOrNull
      group_id: TextOrNull
      flash_slot_id: TextOrNull
      deals: JsonOrNull<OrderDeals>
      /** The group sale it was ordered in. */
      sale_id: TextOrNull
      /** Who earns from it, and why: frozen when it is placed. */
      leader_id: TextOrNull
      attribution: JsonOrNull<Attribution>
      price_changed: Flag
      placed_at: At
      pay_deadline_at: At
      paid_at: AtOrNull
      ship_deadline_at: AtOrNull
      shipped_at: AtOrNull
      auto_confirm_at: AtOrNull
      completed_at: AtOrNull
      ended_at: AtOrNull
      event_count: Generated<number>
    }
    order_line: {
      store_id: string
      order_id: string
      id: string
      line_no: number
      sku_id: string
      product_id: string
      title: string
      options: string[]
      picture: Json<Picture>
      quantity: number
      original_unit_fen: Fen
      unit_price_fen: Fen
      discount_fen: Fen
      paid_fen: Fen
      shipped_quantity: Generated<number>
      refunded_quantity: Generated<number>
      refunded_fen: FenDefault
      /** Of the commission, frozen; null where nobody earns. */
      rate_bp: CountOrNull
    }
    order_event: {
      store_id: string
      order_id: string
      seq: number
      at: At
      event: Json<OrderEvent>
      by_kind: 'shopper' | 'staff' | 'clock' | 'wechat'
      staff_id: TextOrNull
    }
    payment: {
      store_id: string
      out_trade_no: string
      order_id: string
      amount_fen: Fen
      state: 'open' | 'paid' | 'closed'
      prepay_id: TextOrNull
      prepaid_at: AtOrNull
      transaction_id: TextOrNull
      paid_at: AtOrNull
      created_at: At
    }
    refund: {
      store_id: string
      id: string
      out_refund_no: string
      order_id: string
      out_trade_no: string
      request_id: string
      amount_fen: Fen
      delivery_fen: FenDefault
      lines: Json<RefundLine[]>
      restock: Flag
      reason: string
      kind:
        | 'shopper-cancel'
        | 'staff'
        | 'late-payment'
        | 'group-expired'
        | 'group-left'
        | 'seat-lost'
        | 'sale-tier'
        | 'shortage'
        | 'no-show'
      state: 'wanted' | 'sent' | 'done' | 'failed'
      wechat_refund_id: TextOrNull
      staff_id: TextOrNull
      wanted_at: At
      done_at: AtOrNull
    }
    parcel: {
      store_id: string
      id: string
      order_id: string
      carrier: string
      tracking_no: string
      lines: Json<ParcelLine[]>
      staff_id: string
      shipped_at: At
    }
    share: {
      store_id: string
      code: string
      member_id: Text
      /** None on an assist card. */
      product_id: Text
      /** The group that the card stands for; empty for a card of the product alone. */
      group_id: Generated<string>
      /** The assist card that it stands for, or empty. */
      assist_id: Generated<string>
      /** The community or the group sale that it stands for, or empty. */
      community_id: Generated<string>
      sale_id: Generated<string>
      channel: string
      day: string
      created_at: At
    }
    share_open: { store_id: string; id: string; code: string; member_id: TextOrNull; scene: number; at: At }
    product_visit: { store_id: string; day: string; member_id: string; product_id: string; visits: Generated<number> }
    group_campaign: {
      store_id: string
      id: string
      name: string
      product_id: string
      size: number
      min_size: ColumnType<number | null, number | null | undefined, number | null>
      life_minutes: number
      per_person: Generated<number>
      most_pieces: Generated<number>
      status: 'draft' | 'live' | 'paused' | 'ended'
      starts_at: At
      ends_at: At
      version: Generated<number>
      created_at: At
      updated_at: At
    }
    group_price: {
      store_id: string
      campaign_id: string
      sku_id: string
      price_fen: Fen
      stock_share: number
      taken: Generated<number>
    }
    group_buy: {
      store_id: string
      id: string
      campaign_id: string
      product_id: string
      size: number
      min_size: ColumnType<number | null, number | null | undefined, number | null>
      life_minutes: number
      state: GroupState
      opener_id: string
      leader_id: string
      reserved: Generated<number>
      confirmed: Generated<number>
      created_at: At
      opened_at: AtOrNull
      deadline_at: AtOrNull
      filled_at: AtOrNull
      ended_at: AtOrNull
      version: Generated<number>
      card_picture: TextOrNull
      card_version: ColumnType<number | null, number | null | undefined, number | null>
      activity_id: TextOrNull
      activity_expires_at: AtOrNull
      /** What it was opened at: SKU → price in fen. */
      prices: JSONColumnType<Record<string, number>, string | undefined, string>
      /** The newest version that the message in the chats shows. */
      told_version: ColumnType<number | null, number | null | undefined, number | null>
    }
    group_seat: {
      store_id: string
      group_id: string
      order_id: string
      campaign_id: string
      member_id: string
      nth: number
      state: SeatState
      pieces: number
      reserved_at: At
      confirmed_at: AtOrNull
      choose_by: AtOrNull
      ended_at: AtOrNull
    }
    coupon_template: {
      store_id: string
      id: string
      name: string
      terms: Json<CouponTerms>
      status: 'draft' | 'live' | 'paused' | 'ended'
      is_claimable: Flag
      claim_from: AtOrNull
      claim_until: AtOrNull
      valid_from: AtOrNull
      valid_until: AtOrNull
      valid_days: CountOrNull
      budget: number
      issued: Generated<number>
      per_person: Generated<number>
      per_day: CountOrNull
      position: Generated<number>
      version: Generated<number>
      created_at: At
      updated_at: At
    }
    coupon_day: { store_id: string; template_id: string; day: string; claimed: Generated<number>; most: number }
    coupon: {
      store_id: string
      id: string
      template_id: string
      member_id: string
      nth: number
      name: string
      terms: Json<CouponTerms>
      source: CouponSource
      source_id: TextOrNull
      state: CouponState
      valid_from: At
      expires_at: At
      order_id: TextOrNull
      claimed_at: At
      ended_at: AtOrNull
      void_reason: TextOrNull
      reminded_at: AtOrNull
    }
    coupon_code: {
      store_id: string
      code: string
      template_id: string
      batch: string
      member_id: TextOrNull
      coupon_id: TextOrNull
      used_at: AtOrNull
      created_at: At
    }
    promotion: {
      store_id: string
      id: string
      name: string
      body: Json<PromotionBody<LinePromotion | OrderPromotion>>
      status: 'draft' | 'live' | 'paused' | 'ended'
      starts_at: At
      ends_at: At
      position: Generated<number>
      version: Generated<number>
      created_at: At
      updated_at: At
    }
    member_points: {
      store_id: string
      member_id: string
      balance: FenDefault
      frozen: FenDefault
      owed: FenDefault
    }
    points_entry: {
      store_id: string
      member_id: string
      id: string
      kind: PointsKind
      points: number
      order_id: TextOrNull
      source_id: string
      at: At
    }
    flash_slot: {
      store_id: string
      id: string
      name: string
      status: 'draft' | 'live' | 'ended'
      starts_at: At
      ends_at: At
      version: Generated<number>
      created_at: At
      updated_at: At
    }
    flash_item: {
      store_id: string
      slot_id: string
      sku_id: string
      product_id: string
      price_fen: Fen
      stock_share: number
      taken: Generated<number>
      per_person: Generated<number>
      position: Generated<number>
    }
    flash_buyer: {
      store_id: string
      slot_id: string
      sku_id: string
      member_id: string
      pieces: number
      most: number
    }
    assist_campaign: {
      store_id: string
      id: string
      name: string
      template_id: string
      helper_template_id: TextOrNull
      instead_template_id: TextOrNull
      helpers: number
      life_minutes: number
      budget: number
      unlocked: Generated<number>
      starts_per_hour: number
      share_title: Generated<string>
      /** One sentence each. */
      rules: Json<readonly string[]>
      status: 'draft' | 'live' | 'paused' | 'ended'
      starts_at: At
      ends_at: At
      version: Generated<number>
      created_at: At
      updated_at: At
    }
    assist_hour: { store_id: string; campaign_id: string; hour: At; starts: Generated<number>; most: number }
    assist_card: {
      store_id: string
      id: string
      campaign_id: string
      member_id: string
      state: CardState
      helpers: number
      helped: Generated<number>
      started_at: At
      deadline_at: At
      unlocked_at: AtOrNull
      ended_at: AtOrNull
      coupon_id: TextOrNull
      void_reason: TextOrNull
      version: Generated<number>
      card_picture: TextOrNull
      card_version: CountOrNull
      activity_id: TextOrNull
      activity_expires_at: AtOrNull
      message_version: CountOrNull
    }
    assist_help: {
      store_id: string
      card_id: string
      helper_id: string
      campaign_id: string
      day: string
      nth_of_day: number
      at: At
      risk_rank: CountOrNull
      coupon_id: TextOrNull
    }
    assist_try: { store_id: string; member_id: string; hour: At; tries: Generated<number> }
    former_part: {
      store_id: string
      openid_code: string
      kind: 'coupon' | 'flash' | 'group' | 'assist-card' | 'assist-help' | 'assist-try' | 'points-owed'
      subject: string
      detail: Generated<string>
      n: number
      left_at: At
    }
    outbox: {
      store_id: string
      id: string
      topic: string
      subject: TextOrNull
      payload: Json<Record<string, unknown>>
      state: Generated<'waiting' | 'done' | 'dead'>
      attempts: Generated<number>
      next_try_at: At
      last_error: TextOrNull
      created_at: At
      done_at: AtOrNull
    }
  }
