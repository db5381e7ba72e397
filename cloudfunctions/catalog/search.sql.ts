/** Products whose search text has every term; what the shop's words are; what sells best. */
import { isHan } from '@/domain/catalog/search-terms'
import type { ProductId } from '@/domain/ids'
import type { Statement } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import { PAGE_ASK } from './card-page'
import type { ListPlace } from './list-cursor'

/** Pinyin this short counts only where a word begins or as a whole syllable: `an` stands inside half of all words. */
const SHORT = 3
const isShort = (term: string): boolean => !isHan(term) && term.length <= SHORT

/** Terms are letters and digits, so nothing in a pattern needs escaping. */
const needle = (term: string): string => (isShort(term) ? `( ${term}|'${term}[ '])` : term)
const condition = (term: string, place: number): string =>
  isShort(term) ? `and ' ' || search_text || ' ' ~ $${place}` : `and strpos(search_text, $${place}) > 0`

/** Whole syllables or a whole word: `xia` in `xian'xia`, not in `xiannai`. */
const whole = (term: string): string => `[ ']${term}[ ']`

/**
 * Rank: 4 the title starts with the first term, 3 it stands in the title, 2 in keywords or category, or it is a word's whole
 * pinyin or initials, 1 one of them begins with it, 0 it stands inside. A shop has thousands of products, so reading them
 * all takes a millisecond or two; the common subset of our databases has no index for parts of words.
 */
const searchStatement = (terms: readonly string[]): Statement => ({
  name: `catalog.search-${shapeOf(terms)}`,
  text: `
with found as (
  select id, sold_count, case
    when starts_with(lower(title), $6) then 4
    when strpos(lower(title), $6) > 0 then 3
    when $7::boolean or ' ' || search_text || ' ' ~ $8 then 2
    when strpos(' ' || search_text, ' ' || $6) > 0 then 1
    else 0 end as rank
  from product
  where store_id = $1 and status = 'on'
    ${terms.map((term, i) => condition(term, FIRST_NEEDLE + i)).join('\n    ')}
)
select id, array[rank, sold_count] as keys from found
where $3::int is null or (rank, sold_count, id) < ($3::int, $4::int, $5::text)
order by rank desc, sold_count desc, id desc limit $2`,
})

/** One prepared statement a shape, thirty-odd at most: `ws` is a word, then short pinyin. */
const shapeOf = (terms: readonly string[]): string => terms.map((term) => (isShort(term) ? 's' : 'w')).join('')
const FIRST_NEEDLE = 9
const statements = new Map<string, Statement>()

/** Most relevant first. `terms` must not be empty. */
export const searchRows = (deps: Deps, terms: readonly string[], after: ListPlace | null): Promise<ListPlace[]> => {
  const shape = shapeOf(terms)
  const statement = statements.get(shape) ?? searchStatement(terms)
  statements.set(shape, statement)
  const first = terms[0] ?? ''
  const [rank = null, sold = null] = after?.keys ?? []
  return deps.database.run<ListPlace>(statement, [
    deps.storeId,
    PAGE_ASK,
    rank,
    sold,
    after?.id ?? null,
    first,
    isHan(first),
    whole(first),
    ...terms.map(needle),
  ])
}

const readSearchTextsStatement = {
  name: 'catalog.read-search-texts',
  text: `select search_text as "searchText", sold_count as "soldCount" from product where store_id = $1 and status = 'on'`,
}

export const readSearchTexts = (deps: Deps): Promise<{ searchText: string; soldCount: number }[]> =>
  deps.database.run(readSearchTextsStatement, [deps.storeId])

const readBestStatement = {
  name: 'catalog.read-best',
  text: `
select id, coalesce(keywords[1], title) as word from product
where store_id = $1 and status = 'on' order by sold_count desc, id limit 24`,
}

/** The best sellers, each with the word that people look for it by. */
export const readBest = (deps: Deps): Promise<{ id: ProductId; word: string }[]> =>
  deps.database.run(readBestStatement, [deps.storeId])
