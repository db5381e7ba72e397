/** A bucket of tokens for each session and address: generous to people, short to scripts. Kept in memory, one process. */

export type Rate = { readonly burst: number; readonly perSecond: number }

export const SESSION_RATE: Rate = { burst: 120, perSecond: 30 }
/** Many people may sit behind one address. */
export const ADDRESS_RATE: Rate = { burst: 1_200, perSecond: 300 }

type Bucket = { tokens: number; at: number }

/** A full bucket says nothing, so when there are too many all are forgotten. */
const MOST_BUCKETS = 50_000

/** Takes one token of `key`; answers 0, or the milliseconds until there is one again. */
export const rateLimit = (now: () => number = () => performance.now()) => {
  const buckets = new Map<string, Bucket>()
  return (key: string, { burst, perSecond }: Rate): number => {
    const at = now()
    if (buckets.size >= MOST_BUCKETS) buckets.clear()
    const { tokens, at: before } = buckets.get(key) ?? { tokens: burst, at }
    const filled = Math.min(burst, tokens + ((at - before) / 1000) * perSecond)
    const isFree = filled >= 1
    buckets.set(key, { tokens: isFree ? filled - 1 : filled, at })
    return isFree ? 0 : Math.ceil(((1 - filled) / perSecond) * 1000)
  }
}

export type RateLimit = ReturnType<typeof rateLimit>
