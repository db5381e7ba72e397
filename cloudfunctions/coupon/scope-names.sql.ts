/** What a coupon's scope is called. Drawn on every face, so a few names are enough: the first ones, as the staff listed them. */

const MOST_NAMES = 6

/** JSON list of names for `terms`, an expression of type jsonb; $1 is the store. Empty for the whole shop. */
export const scopeNamesSql = (terms: string): string => `
case when ${terms} -> 'scope' ->> 'kind' = 'all' then '[]'::json else coalesce((
  select json_agg(coalesce(p.title, c.name) order by i.n)
  from jsonb_array_elements_text(${terms} -> 'scope' -> 'ids') with ordinality as i (id, n)
  left join product p on p.store_id = $1 and p.id = i.id
  left join category c on c.store_id = $1 and c.id = i.id
  where i.n <= ${MOST_NAMES} and coalesce(p.title, c.name) is not null), '[]'::json) end`
