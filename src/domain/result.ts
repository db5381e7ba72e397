/** A rule answers with a value or with a refusal: facts that a screen can word, never text. Faults are thrown. */

export type Refusal = { readonly code: string; readonly [fact: string]: unknown }
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused<R extends Refusal> = { readonly ok: false; readonly refusal: R }
export type Result<T, R extends Refusal> = Ok<T> | Refused<R>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refuse = <const R extends Refusal>(refusal: R): Refused<R> => ({ ok: false, refusal })
