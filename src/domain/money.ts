/** Money is integer fen. Yuan exists only where a person reads it; every rounding of the shop stands in this file. */

declare const fenBrand: unique symbol
/** A safe integer number of fen (¥0.01). May be negative where a movement is meant, never for a price. */
export type Fen = number & { readonly [fenBrand]: 'fen' }

/** Brands `n` as fen. Throws a RangeError on a fraction or past ±2^53: such a number is a bug, not a refusal. */
export const fen = (n: number): Fen => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of fen: ${n}`)
  return (n === 0 ? 0 : n) as Fen
}

export const ZERO = fen(0)
export const addFen = (...parts: readonly Fen[]): Fen => fen(parts.reduce((sum, part) => sum + part, 0))
export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount)
export const timesFen = (amount: Fen, quantity: number): Fen => fen(amount * quantity)
export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b)

/** `rateBp` basis points of `amount`, rounded down: the shop never gives away a fen by rounding. */
export const rateOfFen = (amount: Fen, rateBp: number): Fen => fen(Math.floor((amount * rateBp) / 10_000))

/** `rateBp` basis points of `amount`, rounded to the nearest fen, half up: what is owed to somebody. `amount` is never negative. */
export const nearestRateOfFen = (amount: Fen, rateBp: number): Fen =>
  fen(Math.floor((amount * rateBp + 5_000) / 10_000))

/**
 * Splits `total` fen over `weights` so that the parts sum to `total`; spare fen go to the largest remainders, earliest
 * line first. All-zero weights count as equal. Negative weights or an empty list with money to split throw a RangeError.
 */
export const splitFen = (total: Fen, weights: readonly number[]): Fen[] => {
  if (weights.some((w) => w < 0)) throw new RangeError('negative weight')
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError('nothing to split over')
    return []
  }
  const sum = weights.reduce((a, b) => a + b, 0)
  const shares = sum === 0 ? weights.map(() => 1) : weights
  const whole = sum === 0 ? weights.length : sum
  const cuts = shares.map((weight, line) => ({ line, ...shareOf(total, weight, whole) }))
  const parts = cuts.map((cut) => cut.floor)
  const spare = total - parts.reduce((a, b) => a + b, 0)
  const byRest = [...cuts].sort((a, b) => b.rest - a.rest || a.line - b.line)
  for (const cut of byRest.slice(0, spare)) parts[cut.line] = (parts[cut.line] ?? 0) + 1
  return parts.map(fen)
}

/**
 * `total` × `weight` ÷ `whole`, exactly: what is whole of it, and the rest. Bit by bit where the product is past 2^53, which
 * takes sums of a million yuan. Not with BigInt: phones before iOS 14 can't even read a file that holds one.
 */
const shareOf = (total: number, weight: number, whole: number): { floor: number; rest: number } => {
  const product = total * weight
  if (Number.isSafeInteger(product)) {
    const floor = Math.floor(product / whole)
    return { floor, rest: product - floor * whole }
  }
  const each = Math.floor(total / whole)
  const left = total - each * whole
  let [floor, rest] = [0, 0]
  for (let bit = 2 ** Math.floor(Math.log2(weight)); bit >= 1; bit /= 2) {
    rest = 2 * rest + (Math.floor(weight / bit) % 2) * left
    const carry = Math.floor(rest / whole)
    floor = 2 * floor + carry
    rest -= carry * whole
  }
  return { floor: each * weight + floor, rest }
}

/** `1280` → `"12.80"`; the minus is the typographic `−`. The one place where fen become text. */
export const yuanText = (amount: Fen): string => {
  const [whole, cents] = [Math.floor(Math.abs(amount) / 100), Math.abs(amount) % 100]
  return `${amount < 0 ? '−' : ''}${whole}.${String(cents).padStart(2, '0')}`
}
