/** What WeChat knows of the shop's members and payments, kept over a restart. */
import type { EpochMs } from '@/domain/time'
import { openBooks } from '../wechat-pay/journal'
import type { FoundPayment } from '../wechat-pay/standin'

export type Activity = {
  expiresAt: EpochMs
  state: 0 | 1 | 2
  openid: string | null
  parameters: Record<string, string>
}
export type Shipping = {
  uploadTime: string
  logisticsType: number
  deliveryMode: number
  parcels: readonly ShippedParcel[]
  isDone: boolean
  /** How often all of it was shipped: 2 means that the one re-shipment is used up. */
  timesDone: number
}
export type ShippedParcel = {
  tracking_no?: string | undefined
  express_company?: string | undefined
  item_desc: string
}
export type Card = { status: number; activatedAt: EpochMs; content: unknown }

export const wechatBooks = (file: string | undefined) => {
  const table = openBooks(file)
  return {
    /** By activity id. */
    activities: table<Activity>('activity'),
    /** By transaction id. */
    shippings: table<Shipping>('shipping'),
    /** By transaction id. */
    cards: table<Card>('card'),
    /** Messages a member has allowed, by `<openid>:<templateId>`. */
    allowances: table<number>('allowance'),
  }
}
export type WechatBooks = ReturnType<typeof wechatBooks>

export type FindPayment = (by: { transactionId: string } | { outTradeNo: string }) => FoundPayment | undefined
