/** What moved between the quote a shopper saw and the newest one, line by line. */
import type { Quote } from '@/domain/pricing/quote'
import { quoteRows, type About } from './explain'

/** `was` or `now` is null where the row is new, or gone. */
export type Change = {
  readonly key: string
  readonly title: string
  readonly was: string | null
  readonly now: string | null
}

export const changesBetween = (seen: Quote, newest: Quote, about: About): Change[] => {
  const [before, after] = [quoteRows(seen, about), quoteRows(newest, about)]
  const gone = before.filter(({ key }) => !after.some((row) => row.key === key))
  const moved = after.flatMap(({ key, title, amount }) => {
    const was = before.find((row) => row.key === key)
    return was?.amount === amount ? [] : [{ key, title, was: was?.amount ?? null, now: amount }]
  })
  return [...moved, ...gone.map(({ key, title, amount }) => ({ key, title, was: amount, now: null }))]
}
