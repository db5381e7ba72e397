/** How a promise between front and back is written: who may call, the input's shape (zod), the output and the refusals (types only). */
import * as z from 'zod'
import { fen } from '@/domain/money'
import type { Id } from '@/domain/ids'
import type { Refusal } from '@/domain/result'
import type { Permission } from '@/domain/staff/roles'

/**
 * `anyone` gets a member if one is signed in. `staff` needs only a session; a permission narrows it.
 * `timer` is the platform's clock, never a person.
 */
export type Who = 'anyone' | 'member' | 'staff' | 'timer' | `staff:${Permission}`

export type Action<W extends Who, I extends z.ZodType, O, R extends Refusal> = {
  readonly who: W
  readonly input: I
  /** Phantoms: they carry the types of the reply and never hold a value. */
  readonly output?: O
  readonly refusal?: R
}

/** `action<Output, Refusals>()('member', z.object({…}))` */
export const action =
  <O, R extends Refusal = never>() =>
  <const W extends Who, I extends z.ZodType>(who: W, input: I): Action<W, I, O, R> => ({ who, input })

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the widest action: variance makes unknown unusable here
export type AnyAction = Action<any, any, any, any>
export type Contract = { readonly [action: string]: AnyAction }

export type InputOf<A extends AnyAction> = z.input<A['input']>
export type ParsedOf<A extends AnyAction> = z.output<A['input']>
export type OutputOf<A extends AnyAction> = A extends Action<Who, z.ZodType, infer O, Refusal> ? O : never
export type RefusalOf<A extends AnyAction> = A extends Action<Who, z.ZodType, unknown, infer R> ? R : never

/** Refusals that any action may answer with; `serve` makes them. */
export type CommonRefusal =
  | { code: 'input.invalid'; issues: readonly { path: string; code: string }[] }
  | { code: 'action.unknown' }
  | { code: 'sign-in.required' }
  | { code: 'role.required'; permission: string }
  | { code: 'request.too-large' }
  | { code: 'request.too-many'; retryAfterMs: number }

export type Fault = { code: 'internal' | 'busy'; requestId: string; retryable: boolean }
export type Reply<O, R extends Refusal> =
  { ok: true; data: O } | { ok: false; refusal: R | CommonRefusal } | { ok: false; fault: Fault }

/** An id of kind `prefix`, parsed and branded. */
export const idOf = <P extends string>(prefix: P) =>
  z.custom<Id<P>>(
    (v) =>
      typeof v === 'string' &&
      v.startsWith(`${prefix}_`) &&
      /^[0-9a-hjkmnp-tv-z]{10,26}$/.test(v.slice(prefix.length + 1)),
    'id',
  )

/** Text that a person typed: trimmed, without control characters, 1…`max` characters. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // eslint-disable-next-line no-control-regex -- that is the point
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
export const wordsOrNone = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex -- that is the point
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
export const fenIn = (min: number, max: number) =>
  z
    .int()
    .min(min)
    .max(max)
    .transform((n) => fen(n))
export const quantityIn = z.int().min(1).max(99)
export const cursorIn = z
  .string()
  .max(200)
  .regex(/^[\w.:~-]*$/)
/** Of an order that a leader wrote down for a neighbour. It stands here so that `order` carries nothing else of sales with it. */
export const draftCodeIn = z.string().regex(/^[0-9A-Za-z]{12,24}$/)
export const requestIdIn = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/)
export const none = z.strictObject({})
