/** Instants as WeChat writes them: RFC 3339 with the shop's offset, `2026-11-22T13:29:35+08:00`. */
import { epochMs, type EpochMs } from '@/domain/time'

const OFFSET_MS = 8 * 3_600_000

/** `at` in UTC+8, whole seconds (rounded down). */
export const rfc3339 = (at: EpochMs): string => `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`

/** With milliseconds: where the text also orders requests, as in the upload of shipping info. */
export const rfc3339Ms = (at: EpochMs): string => `${new Date(at + OFFSET_MS).toISOString().slice(0, 23)}+08:00`

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** Null where the text is no RFC 3339 instant. */
export const fromRfc3339 = (text: string): EpochMs | null => {
  const at = SHAPE.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : epochMs(at)
}
