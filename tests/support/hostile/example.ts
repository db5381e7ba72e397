/**
 * A well-formed input for any schema of the contracts, made by looking into the schema: the place where a hostile value
 * is then put. Every field is filled in, so that no field goes untried.
 */
import type * as z from 'zod'

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  in?: z.ZodType
  options?: readonly z.ZodType[]
  items?: readonly z.ZodType[]
  values?: readonly unknown[]
  entries?: Record<string, unknown>
}
const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def

/** One of these fits every leaf; a new kind of text or number is added here. */
const PLAIN: readonly unknown[] = [
  ...['草莓', 'abcdefgh23456789', '13800002071', '123456', '#ffe6d6', '/files/pictures/test.750.webp', 'SF12345678'],
  ...[
    'AAAA',
    'somebody',
    'delete',
    'a long enough password',
    '2026-11-22',
    '2026-11',
    '09:00',
    'https://example.com/a.webp',
  ],
  ...[1, 0, 5, 100, 5_000, 1_700_000_000_000, true],
]

/** All shapes an input may have: one for each branch of each union. `ids` are real ones of this shop. */
export const examplesOf = (schema: z.ZodType, ids: readonly string[]): unknown[] => {
  const def = defOf(schema)
  const inner = (part: z.ZodType | undefined): unknown[] => (part ? examplesOf(part, ids) : [])
  switch (def.type) {
    case 'object':
      return everyShape(Object.entries(def.shape ?? {}).map(([key, part]) => [key, inner(part)] as const))
    case 'array':
      return inner(def.element).map((element) => fitted(schema, element))
    case 'tuple':
      return [(def.items ?? []).map((item) => inner(item)[0])]
    case 'union':
      return (def.options ?? []).flatMap((option) => inner(option))
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return inner(def.innerType)
    case 'pipe':
      return inner(def.in)
    case 'literal':
      return [def.values?.[0]]
    case 'enum':
      return [Object.values(def.entries ?? {})[0]]
    default:
      return [leaf(schema, ids)]
  }
}

/** As many objects as the richest field has shapes; the other fields repeat theirs. */
const everyShape = (fields: readonly (readonly [string, unknown[]])[]): unknown[] => {
  const count = Math.max(1, ...fields.map(([, shapes]) => shapes.length))
  return Array.from({ length: count }, (_, n) =>
    Object.fromEntries(fields.map(([key, shapes]) => [key, shapes[n % shapes.length]])),
  )
}

const fitted = (schema: z.ZodType, element: unknown): unknown[] =>
  [1, 2, 3].map((length) => Array.from({ length }, () => element)).find((list) => schema.safeParse(list).success) ?? [
    element,
  ]

const leaf = (schema: z.ZodType, ids: readonly string[]): unknown => {
  const fits = [...ids, ...PLAIN].filter((value) => schema.safeParse(value).success)
  const first =
    defOf(schema).type === 'string' ? (fits.find((value) => !ids.includes(value as string)) ?? fits[0]) : fits[0]
  if (first === undefined) throw new Error(`no example fits a ${defOf(schema).type}: add one in tests/support/hostile`)
  return first
}
