/** What a database error means: a named constraint is a refusal, a lost connection is "busy", the rest is a bug. */

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Name of the constraint that said no (unique, check, foreign key), or null if the error is something else. */
export const brokenConstraint = (error: unknown): string | null =>
  codeOf(error).startsWith('23') && typeof (error as { constraint?: unknown }).constraint === 'string'
    ? (error as { constraint: string }).constraint
    : null

/** Serialization failure or deadlock: the same statement may simply be sent again. */
const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))

const LOST = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53400',
  '25006',
]

/** The database is gone, starting or full: nothing was decided, try again later. */
export const isUnavailable = (error: unknown): boolean => {
  const code = codeOf(error)
  if (LOST.includes(code) || code.startsWith('08')) return true
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  )
}

/** Runs `work` again on a conflict, at most three times in all; the database has undone the losing try. */
export const retryConflicts = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error) || attempt === 3) throw error
    }
  }
}

/** A guarded statement found less than it needed and divided by zero: what it read before is no longer so. */
export const foundTooLittle = (error: unknown): boolean => codeOf(error) === '22012'
