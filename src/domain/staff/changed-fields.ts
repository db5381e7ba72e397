/** What an audit row keeps of a change: only the fields that differ, as they were and as they are. */

type Fields = { readonly [field: string]: unknown }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By value. The order of keys says nothing: jsonb gives them back in its own. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  if (!isFields(a) || !isFields(b)) return a === b
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame(a[key], b[key]))
}

export const changedFields = <T extends object>(
  before: T,
  after: T,
): { readonly before: Partial<T>; readonly after: Partial<T> } => {
  const changed = (Object.keys({ ...before, ...after }) as (keyof T)[]).filter(
    (key) => !isSame(before[key], after[key]),
  )
  const only = (from: T): Partial<T> => Object.fromEntries(changed.map((key) => [key, from[key]])) as Partial<T>
  return { before: only(before), after: only(after) }
}
