/** Filters, tab, page and the opened row live in the URL: a link to a screen is a link to what one sees. */
import { useCallback } from 'react'
import { useSearchParams } from 'react-router-dom'

type Change = Record<string, string | number | undefined>

/** Empty values leave the URL; any change but the page's own, or what is opened over the list, goes back to page one. */
const changedSearch = (search: URLSearchParams, change: Change): URLSearchParams => {
  const next = new URLSearchParams(search)
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(key)
    else next.set(key, String(value))
  }
  if (!('page' in change) && !('open' in change)) next.delete('page')
  return next
}

export const useUrlState = () => {
  const [search, setSearch] = useSearchParams()
  const change = useCallback(
    (values: Change) => setSearch((current) => changedSearch(current, values), { replace: !('open' in values) }),
    [setSearch],
  )
  return { search, change }
}

/** The value of `key` if it is one of `allowed`, else `fallback`: a URL is typed by anybody. */
export const oneOf = <const T extends string>(allowed: readonly T[], text: string | null, fallback: T): T =>
  allowed.find((value) => value === text) ?? fallback

/** The page of a list, from 1. */
export const pageOf = (search: URLSearchParams): number => {
  const page = Number(search.get('page') ?? 1)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}
