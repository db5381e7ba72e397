/** What no action can take, whatever its schema says; looked at before anybody is identified. */
import type { CommonRefusal } from '@/contract/define'

/** Platform limit of a call from the mini program. */
const MAX_INPUT = 100 * 1024

/**
 * A zero byte or half a surrogate pair, as `JSON.stringify` spells them: JSON carries both, PostgreSQL stores neither
 * (22021, 22P05). An even number of backslashes before the `u` means that somebody typed a backslash.
 */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/

/** Null if the input may be looked at. */
export const whyUnfit = (input: unknown): CommonRefusal | null => {
  const text = textOf(input)
  if (text === null) return { code: 'input.invalid', issues: [{ path: '', code: 'too-deep' }] }
  if (text.length > MAX_INPUT) return { code: 'request.too-large' }
  if (UNSTORABLE.test(text)) return { code: 'input.invalid', issues: [{ path: '', code: 'not-text' }] }
  return null
}

/** Null where it is nested deeper than the stack: 40,000 brackets fit into 100 KB. */
const textOf = (input: unknown): string | null => {
  if (input === undefined) return ''
  try {
    return JSON.stringify(input)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
