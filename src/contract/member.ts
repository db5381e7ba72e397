/** Sign-in, profile, addresses and a member's rights over their own data. */
import * as z from 'zod'
import { action, cursorIn, idOf, none, words } from './define'
import type { Picture } from './views'
import type { AddressId, MemberId, OrderId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'

export type MemberLevel = 'ordinary' | 'member'

export type MeView = {
  id: MemberId
  name: string
  avatar: string | null
  /** A new avatar is with WeChat's check; the old one is shown until it has passed. */
  isAvatarChecking: boolean
  level: MemberLevel
  /** `138****2071`, or null if none was given. */
  maskedPhone: string | null
  isLeader: boolean
  settings: MemberSettings
  /** Of the shop, for somebody who would rather talk; null if it has none. */
  servicePhone: string | null
  counts: {
    toPay: number
    toShip: number
    toReceive: number
    afterSale: number
    cart: number
    favorites: number
    unread: number
  }
  wallet: MyWallet
  /** What comes next: an order that stands ready, else the newest on its way; null if there is none. */
  coming: ComingOrder | null
}

/** What one holds in the shop, beside orders. */
export type MyWallet = {
  /** Coupons that can be used now or soon. */
  coupons: number
  /** Of these, how many end today. */
  endingToday: number
  points: number
  pointsWorthFen: Fen
  /** What the shop's prices and deals took off the orders paid this year. */
  savedThisYearFen: Fen
}

export type ComingOrder = {
  id: OrderId
  firstTitle: string
  picture: Picture
  fulfilment: 'ready' | 'shipped' | 'part-shipped'
  pieces: number
  /** Only of an order that stands ready: where, when, and the code that says whose it is. */
  pickup: { point: string; hours: string; code: string } | null
}

export type MemberSettings = { isPersonal: boolean; isLargeText: boolean }

export type AddressView = {
  id: AddressId
  name: string
  phone: string
  province: string
  city: string
  district: string
  detail: string
  isDefault: boolean
}

const phoneIn = z.string().regex(/^1[3-9]\d{9}$/)
export const addressIn = z.strictObject({
  name: words(20),
  phone: phoneIn,
  province: words(20),
  city: words(20),
  district: words(20),
  detail: words(80),
})

/** Everything the shop holds of one person, and nothing of anybody else. What stays after a deletion is in `kept`. */
export type DataExport = {
  madeAt: EpochMs
  member: unknown
  addresses: unknown
  orders: unknown
  cart: unknown
  favorites: unknown
  visits: unknown
  shares: unknown
  coupons: unknown
  points: unknown
  messages: unknown
  permissions: unknown
  kept: readonly { what: 'orders' | 'payments' | 'refunds'; why: 'tax-law' | 'disputes' }[]
  /** Older orders follow with this cursor; null = this was all. Everything but orders comes with the first part only. */
  next: string | null
}

export const member = {
  /**
   * In WeChat the context's openid signs in, `code` is not read and `session` is empty: the platform says who calls.
   * On H5 `demo:<name>` works in the demo only; without a code a session that still holds is renewed.
   */
  signIn: action<
    { session: string; me: MeView },
    { code: 'sign-in.unavailable' } | { code: 'sign-in.unknown-person' }
  >()('anyone', z.strictObject({ code: z.string().max(100).optional() })),
  /** The people one can sign in as in the demo; empty in production. */
  demoPeople: action<{
    people: readonly { code: string; name: string; avatar: string | null; role: 'member' | 'leader' }[]
  }>()('anyone', none),
  me: action<MeView>()('member', none),
  /** A name is shown only once WeChat's check let it pass. An avatar (PNG, JPEG, WebP) waits for WeChat's verdict, the old one stays until then. */
  updateProfile: action<MeView, { code: 'text.risky' } | { code: 'text.unchecked' } | { code: 'picture.invalid' }>()(
    'member',
    z.strictObject({ name: words(20).optional(), avatarBase64: z.base64().max(90_000).optional() }),
  ),
  updateSettings: action<MeView>()(
    'member',
    z.strictObject({ isPersonal: z.boolean().optional(), isLargeText: z.boolean().optional() }),
  ),
  addresses: action<{ addresses: readonly AddressView[] }>()('member', none),
  saveAddress: action<
    { addresses: readonly AddressView[]; savedId: AddressId },
    { code: 'address.unknown' } | { code: 'address.full'; limit: number }
  >()(
    'member',
    z.strictObject({ id: idOf('adr').optional(), address: addressIn, isDefault: z.boolean().default(false) }),
  ),
  removeAddress: action<{ addresses: readonly AddressView[] }, { code: 'address.unknown' }>()(
    'member',
    z.strictObject({ id: idOf('adr') }),
  ),
  /** By the platform only: WeChat's verdict on a picture, pushed as event `wxa_media_check` some time after it was uploaded. */
  settlePictureCheck: action<{ settled: boolean }>()(
    'timer',
    z.strictObject({ traceId: z.string().min(1).max(128), verdict: z.enum(['pass', 'review', 'risky']) }),
  ),
  exportData: action<DataExport>()('member', z.strictObject({ cursor: cursorIn.optional() })),
  /** Deletes the person; their orders stay, unlinked, as tax law wants. Refused while money or goods are on the way. */
  deleteMe: action<
    { deleted: true },
    | { code: 'member.has-open-orders'; openOrders: number }
    /** A leader hands over, finishes and is paid first. */
    | { code: 'member.has-duties'; communities: number; runningSales: number; owedFen: Fen }
  >()('member', z.strictObject({ confirm: z.literal('delete') })),
}
