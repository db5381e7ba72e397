/** Chance that falls the same way every time: the demo shop's past is the same on every machine. */

export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole number, both ends included. */
  between(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** Each with its weight; weights above zero. */
  lean<T>(list: readonly (readonly [T, number])[]): T
  digits(length: number): string
}

/** A linear congruential generator (Numerical Recipes' constants); the high bits are the random ones. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index]
    if (found === undefined) throw new RangeError('nothing to choose from')
    return found
  }
  return {
    next,
    between,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    lean: (list) => {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const index = list.findIndex(([, weight]) => (rest -= weight) < 0)
      return at(list, index < 0 ? list.length - 1 : index)[0]
    },
    digits: (length) => Array.from({ length }, () => between(0, 9)).join(''),
  }
}
