/** Who calls. Made by the host from the platform's context, a signed session or the staff cookie; never from the event. */
import type { MemberId, PickupPointId, StaffId } from '@/domain/ids'
import type { Role } from '@/domain/staff/roles'
import type { Who } from '@/contract/define'

export type MemberCaller = { readonly kind: 'member'; readonly memberId: MemberId; readonly openid: string | null }
export type StaffCaller = {
  readonly kind: 'staff'
  readonly staffId: StaffId
  readonly name: string
  readonly role: Role
  /** Null = all pick-up points. */
  readonly pickupPointIds: readonly PickupPointId[] | null
  readonly sessionHash: string
  /** Still has a one-time password: holds no permission until it is changed. */
  readonly mustChangePassword: boolean
}
export type Stranger = { readonly kind: 'stranger' }
export type TimerCaller = { readonly kind: 'timer' }
export type Caller = MemberCaller | StaffCaller | Stranger | TimerCaller

export type CallerFor<W extends Who> = W extends 'anyone'
  ? MemberCaller | Stranger
  : W extends 'member'
    ? MemberCaller
    : W extends 'timer'
      ? TimerCaller
      : StaffCaller

/** What the host knows of a request before anybody is looked up. */
export type Ingress = {
  readonly source: 'wechat' | 'http' | 'timer'
  /** Set by the platform, only when `source` is wechat. */
  readonly openid: string | null
  readonly bearer: string | null
  readonly staffCookie: string | null
  readonly clientIp: string | null
  readonly requestId: string
  /** What WeChat itself decrypted for this request, by the top-level field of the event it stands in. */
  readonly openData?: Readonly<Record<string, unknown>>
}
