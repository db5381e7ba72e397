/** Sign-in, profile, addresses and a member's rights over their own data. */
import * as z from 'zod'
import { action, idOf, none, words } from './define'
import type { AddressId, MemberId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

export type MemberLevel = 'ordinary' | 'member'

export type MeView = {
  id: MemberId
  name: string
  avatar: string | null
  level: MemberLevel
  /** `138****2071`, or null if none was given. */
  maskedPhone: string | null
  isLeader: boolean
  settings: MemberSettings
  counts: { toPay: number; toShip: number; toReceive: number; afterSale: number; cart: number; favorites: number }
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

export type DataExport = {
  madeAt: EpochMs
  member: unknown
  addresses: unknown
  orders: unknown
  cart: unknown
  shares: unknown
  kept: readonly { what: string; why: string }[]
}

export const member = {
  /** In WeChat the context's openid signs in and `code` is not read; on H5 `demo:<name>` works in the demo only. */
  signIn: action<
    { session: string; me: MeView },
    { code: 'sign-in.unavailable' } | { code: 'sign-in.unknown-person' }
  >()('anyone', z.strictObject({ code: z.string().max(100).optional() })),
  /** The people one can sign in as in the demo; empty in production. */
  demoPeople: action<{
    people: readonly { code: string; name: string; avatar: string | null; role: 'member' | 'leader' }[]
  }>()('anyone', none),
  me: action<MeView>()('member', none),
  /** Name passes WeChat's text check first and is refused where it says risky. `avatar` is a file made by `uploadAvatar`. */
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
  exportData: action<DataExport>()('member', none),
  /** Deletes the person; their orders stay, unlinked, as tax law wants. Refused while money or goods are on the way. */
  deleteMe: action<{ deleted: true }, { code: 'member.has-open-orders'; openOrders: number }>()(
    'member',
    z.strictObject({ confirm: z.literal('delete') }),
  ),
}
