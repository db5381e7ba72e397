/** What a hostile or broken client puts where a good value belongs. */

export type Spoiled = { readonly where: string; readonly what: string; readonly input: unknown }

/** Wrong everywhere: no field of the shop takes one of these. */
const GARBAGE: Record<string, unknown> = {
  'an object': { $gt: '' },
  'a list in a list': [[]],
  'a megabyte': '鲜'.repeat(400_000),
  'a hundred thousand letters': 'x'.repeat(99_000),
  'minus infinity': -1e308,
  'a tiny fraction': 0.000_001,
  'a number past the safe ones': 9_007_199_254_740_993,
  'half a piece': 1.5,
  'minus one': -1,
  'a not-a-number': Number.NaN,
  'an id of nothing': 'ord_',
}

/** Fine as words, and nothing but words wherever they end up. */
const WORDS: Record<string, unknown> = {
  SQL: `'; drop table orders; --`,
  'a wild card': '%_%',
  HTML: '<img src=x onerror=alert(1)>',
  emoji: '🍓👩‍👩‍👧‍👦🇨🇳',
  'a zero byte': 'a\u0000b',
  'half an emoji': 'a\ud83cb',
  'half an emoji at the end': 'ab\ud83c',
  'writing from right to left': '\u202emoc.live',
  'a property of every object': '__proto__',
  'a template': ['$', '{7*7}{{7*7}}'].join(''),
  nothing: '',
  'only blanks': '   ',
  'an id of another kind': 'mem_0000000000aa',
  yes: true,
  zero: 0,
  'null itself': null,
}

type Path = readonly (string | number)[]

const leavesOf = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length > 0 ? [path, ...below] : below
}

const withAt = (value: unknown, [head, ...rest]: Path, put: (old: unknown) => unknown): unknown => {
  if (head === undefined) return put(value)
  if (Array.isArray(value)) return value.map((part: unknown, n) => (n === head ? withAt(part, rest, put) : part))
  const fields = Object.entries(value as object).flatMap(([key, part]): [string, unknown][] => {
    if (key !== head) return [[key, part]]
    const next = withAt(part, rest, put)
    return next === undefined ? [] : [[key, next]]
  })
  return Object.fromEntries(fields)
}

const whole: Record<string, unknown> = {
  'a list': [],
  text: 'text',
  'a number': 42,
  yes: true,
  'a list of lists': [[{}]],
  'forty thousand brackets': JSON.parse('['.repeat(40_000) + ']'.repeat(40_000)),
}

/** Fields nobody asked for, above all those that say who is calling. */
const EXTRA: Record<string, unknown> = {
  memberId: 'mem_0000000000aa',
  openid: 'o-forged',
  userInfo: { openId: 'o-forged', appId: 'wx0' },
  staffId: 'stf_0000000000aa',
  role: 'owner',
  storeId: 'sto_0000000000zz',
  constructor: { name: 'x' },
}

/** Everything that can be wrong with `example`, one thing at a time. */
export const spoil = (example: unknown): Spoiled[] => {
  const values = { ...GARBAGE, ...WORDS }
  const fields = leavesOf(example).flatMap((path) => {
    const where = path.join('.')
    const put = Object.entries(values).map(([what, value]) => ({ what, input: withAt(example, path, () => value) }))
    return [...put, { what: 'missing', input: withAt(example, path, () => undefined) }].map((s) => ({ where, ...s }))
  })
  const more = Object.entries(EXTRA).map(([key, value]) => {
    return { where: key, what: 'uninvited', input: { ...(example as object), [key]: value } }
  })
  // as JSON brings it: an own property that would become the prototype if it were ever assigned
  const proto = {
    where: '__proto__',
    what: 'uninvited',
    input: JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
  }
  const wholes = Object.entries(whole).map(([what, input]) => ({ where: '', what, input }))
  return [...fields, ...more, proto, ...wholes]
}
