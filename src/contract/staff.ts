/** The staff's own: sign-in, people and roles, audit. The session is an http-only cookie that the host sets from `session`. */
import * as z from 'zod'
import { action, cursorIn, idOf, none, words } from './define'
import type { PickupPointId, StaffId } from '@/domain/ids'
import type { Permission, Role } from '@/domain/staff/roles'
import { roles } from '@/domain/staff/roles'
import type { EpochMs } from '@/domain/time'

const usernameIn = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,32}$/)
const passwordIn = z.string().min(10).max(200)

export type StaffMe = {
  id: StaffId
  name: string
  username: string
  role: Role
  permissions: readonly Permission[]
  /** Pick-up points this person may see; null = all. */
  pickupPointIds: readonly PickupPointId[] | null
  storeName: string
  mustChangePassword: boolean
  isDemo: boolean
}

export type StaffRow = {
  id: StaffId
  name: string
  username: string
  role: Role
  pickupPointIds: readonly PickupPointId[] | null
  isDisabled: boolean
  lastSeenAt: EpochMs | null
}

export type AuditRow = {
  id: string
  at: EpochMs
  staffName: string
  /** Done by a leader over a sale of theirs. */
  isLeader: boolean
  action: string
  /** What it was done to: `ord_…`, `sku_…`. */
  subject: string
  subjectName: string | null
  before: unknown
  after: unknown
}

export const staff = {
  /** Five wrong passwords in a row lock the name for 15 minutes, whoever asks. `session` goes into the cookie and never reaches the page. */
  signIn: action<
    { session: string; me: StaffMe },
    { code: 'sign-in.wrong'; triesLeft: number } | { code: 'sign-in.locked'; untilAt: EpochMs }
  >()('anyone', z.strictObject({ username: z.string().max(64), password: z.string().max(200) })),
  signOut: action<{ session: '' }>()('staff', none),
  /** People of the demo store with their passwords; empty in production. */
  demoPeople: action<{
    people: readonly { name: string; role: Role; username: string; password: string }[]
    storeName: string
  }>()('anyone', none),
  /** Who has to change a one-time password holds no permission until then: only `me`, `changePassword` and `signOut` answer. */
  me: action<StaffMe>()('staff', none),
  /** Ends every other session of the caller. Wrong tries count as those of signing in. */
  changePassword: action<
    { session: string },
    | { code: 'sign-in.wrong'; triesLeft: number }
    | { code: 'sign-in.locked'; untilAt: EpochMs }
    | { code: 'password.same' }
  >()('staff', z.strictObject({ current: z.string().max(200), next: passwordIn })),
  list: action<{ staff: readonly StaffRow[] }>()('staff:staff.read', none),
  /** Adds (without `id`) or edits. A new person gets a one-time password, shown once in the reply. */
  save: action<
    { staff: readonly StaffRow[]; oneTimePassword: string | null },
    | { code: 'staff.unknown' }
    | { code: 'pickup-point.unknown' }
    | { code: 'staff.username-taken' }
    | { code: 'staff.grants-too-much' }
    | { code: 'staff.last-owner' }
  >()(
    'staff:staff.write',
    z.strictObject({
      id: idOf('stf').optional(),
      name: words(20),
      username: usernameIn,
      role: z.enum(roles),
      pickupPointIds: z.array(idOf('pup')).max(200).nullable(),
      isDisabled: z.boolean().default(false),
    }),
  ),
  resetPassword: action<{ oneTimePassword: string }, { code: 'staff.unknown' } | { code: 'staff.grants-too-much' }>()(
    'staff:staff.write',
    z.strictObject({ id: idOf('stf') }),
  ),
  audit: action<{ rows: readonly AuditRow[]; next: string | null }>()(
    'staff:audit.read',
    z.strictObject({
      cursor: cursorIn.optional(),
      staffId: idOf('stf').optional(),
      action: z.string().max(60).optional(),
      subject: z.string().max(60).optional(),
    }),
  ),
}
