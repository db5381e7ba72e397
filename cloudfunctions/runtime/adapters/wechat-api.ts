/**
 * WeChat's open API as the shop sees it: types only. The line itself is `connectWechatApi` in wechat-api/connect.ts.
 *
 * It is HTTPS with an access token. In a function that a mini program or a timer started, CloudBase also offers "cloud
 * calls" (`cloud.openapi.wxacode.getUnlimited`, `subscribeMessage.send`, …) that need no token; but `set_user_notify`
 * and the activity ids of private messages have none, and neither has a call from the staff's page, so the shop uses
 * the one way that always works.
 */
import type { EpochMs } from '@/domain/time'
import type { Fen } from '@/domain/money'

export type WechatApiConfig = {
  appId: string
  appSecret: string
  /** Default https://api.weixin.qq.com/; a stand-in's address ends in `/` too. */
  baseUrl?: string
  /** Default 6 s. */
  timeoutMs?: number
  /** Which build cards and codes open; default `release`. */
  version?: 'release' | 'trial' | 'develop'
  now?: () => number
}

/** Where a text or picture will be seen; WeChat judges a nickname more strictly than a comment. */
export type ContentScene = 'profile' | 'comment' | 'forum' | 'social'
export type Verdict = 'pass' | 'review' | 'risky'

export type Parcel = {
  /** WeChat's id of the carrier (`SF`, `ZTO`, …). */
  expressCompany: string
  trackingNo: string
  /** What is in it, e.g. 「山东红富士 5 斤×1」; cut to 120 letters. */
  itemDesc: string
  /** Sent with all but its last four digits masked; WeChat demands it for SF. */
  receiverPhone?: string
}
export type Shipment = {
  order: { transactionId: string } | { mchid: string; outTradeNo: string }
  /** Who paid. */
  openid: string
  /** Orders the uploads of one payment: each must be later than the one before. */
  uploadedAt: EpochMs
} & (
  | {
      kind: 'express'
      /** 1–15; several, or one that is not all, make a split delivery. */
      parcels: readonly [Parcel, ...Parcel[]]
      /** Nothing of the order is still to be shipped. */
      isComplete: boolean
    }
  | { kind: 'same-city' | 'virtual' | 'pickup'; itemDesc: string }
)
/**
 * Why WeChat won't take the shipping info. 10060001 no such payment (also for a minute after paying) · 10060002 and
 * 10060003 shipped, and shipped anew once already · 10060004 refunded or disputed · 10060031 somebody else paid.
 */
export type ShippingRefused = 10060001 | 10060002 | 10060003 | 10060004 | 10060031

export type SubscribeMessage = {
  openid: string
  templateId: string
  /** `packages/order/detail/index?id=…`, no slash in front. */
  page?: string
  /** By keyword of the template, e.g. `{ thing1: '山东红富士' }`. */
  data: Readonly<Record<string, string>>
}
/** 43101 the member has not subscribed, or the one message per tap is used up · 43107 the template is blocked · 45168 words. */
export type SubscribeRefused = 40003 | 40037 | 43101 | 43107 | 45168 | 47003

export type ServiceCard = {
  openid: string
  kind: 'express' | 'pickup' | 'virtual' | 'same-city'
  /** The card hangs on the payment: no prompt, no subscription. */
  transactionId: string
  /** Id from WeChat's table of the template: 1 is "paid", 2 "to be shipped". */
  status: number
  page: string
  products: readonly { name: string; imageUrl: string; page: string; quantity: number; priceFen: Fen }[]
  sendAt?: EpochMs
  /** Only to activate the card, within 24 h of the payment; later updates for 30 days go without. */
  activation?: { paidFen: Fen; paidAt: EpochMs }
}
/** 85437 unknown payment (also for a minute after paying: ask again) · 85438 too late · 85439 not from this status · 85448 done already. */
export type CardRefused = 40003 | 85433 | 85436 | 85437 | 85438 | 85439 | 85442 | 85448 | 85461 | 85462

/**
 * `open` draws 「当前 2/3 人」 on every card in every chat; `full` leads to `page`, and there is no way back. `over` says
 * 已结束: WeChat's guide knows that state, the page of the call does not, so it may be answered with `not-from-here`.
 */
export type UpdatableState =
  { state: 'open'; memberCount: number; roomLimit: number } | { state: 'full'; page: string } | { state: 'over' }

export type WechatUser = { openid: string; unionid?: string; sessionKey: string }

/** Every call may throw `OutsideFault`. */
export type WechatApi = {
  /**
   * PNG of a 小程序码. `scene` is 1–32 characters of `[0-9A-Za-z!#$&'()*+,/:;=?@-._~]`, `page` has no slash in front and
   * no query, `width` is 280–1280 px. A scene or page that WeChat won't take is a fault: the server makes both.
   */
  miniProgramCode(ask: { scene: string; page: string; width: number }): Promise<Buffer>
  /** In the member's own call: WeChat knows only members who were in the mini program within two hours. */
  checkText(ask: { openid: string; scene: ContentScene; content: string; nickname?: string }): Promise<Verdict>
  /** The verdict comes within 30 minutes as event `wxa_media_check` with this trace id. */
  checkMediaAsync(ask: {
    openid: string
    scene: ContentScene
    mediaUrl: string
    kind: 'image' | 'audio'
  }): Promise<{ traceId: string }>
  /** What is there already, unchanged, counts as `ok`: an outbox row may come twice. */
  uploadShipping(shipment: Shipment): Promise<'ok' | { refused: ShippingRefused }>
  sendSubscribeMessage(message: SubscribeMessage): Promise<'ok' | { refused: SubscribeRefused }>
  setUserNotify(card: ServiceCard): Promise<'ok' | { refused: CardRefused }>
  /** For a card that counts up; lives 24 h. With `openid` it is a private card that only this member can send. */
  createActivityId(openid?: string): Promise<{ activityId: string; expiresAt: EpochMs }>
  /** `over`: unknown or past its 24 h. `not-from-here`: the card is in a state that this one doesn't follow. */
  setUpdatableMsg(activityId: string, to: UpdatableState): Promise<'ok' | 'over' | 'not-from-here' | 'bad-version'>
  /**
   * How likely this member abuses promotions, from 0 to 4; `clientIp` is theirs. Null where WeChat has nothing to go by:
   * it knows only members who were in the mini program within half an hour.
   */
  userRiskRank(ask: { openid: string; clientIp: string }): Promise<number | null>
  /** `code` is from `<button open-type="getPhoneNumber">`, good once, for five minutes. */
  phoneNumber(code: string): Promise<{ phone: string; countryCode: string } | 'bad-code'>
  /** `code` is from `wx.login`. `blocked`: WeChat holds the account for dangerous. */
  code2Session(code: string): Promise<WechatUser | 'bad-code' | 'blocked'>
}
