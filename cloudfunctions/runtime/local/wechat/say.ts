/** How the open API answers: HTTP 200 whatever happens, and the truth in `errcode`. */
import type * as z from 'zod'

/** Two old paths (the token, the session) leave `errcode` out when all is well. */
export type Say = { errcode?: number; errmsg?: string; readonly [field: string]: unknown }

export const say = (more: Record<string, unknown> = {}): Say => ({ errcode: 0, errmsg: 'ok', ...more })
export const sayNo = (errcode: number, errmsg: string): Say => ({ errcode, errmsg })

/** Reads a request; whatever the shape does not fit is one error, as with the real one. */
export const reading = <S extends z.ZodType>(
  shape: S,
  body: unknown,
  otherwise: Say,
  then: (ask: z.output<S>) => Say,
): Say => {
  const read = shape.safeParse(body)
  return read.success ? then(read.data) : otherwise
}
