/** Sets of filters that somebody named; they stay on this computer. */
import { useState } from 'react'
import { filterKeys } from './filters'

export type SavedView = { name: string; search: string }

const KEY = 'quanji.orders.views'
const LIMIT = 12

const read = (): SavedView[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isView) : []
  } catch {
    return []
  }
}

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'search' in value &&
  typeof value.name === 'string' &&
  typeof value.search === 'string'

/** The filters alone, in a fixed order, so that equal sets are equal strings. */
export const viewSearch = (search: URLSearchParams): string =>
  new URLSearchParams(
    filterKeys.flatMap((key) => {
      const value = search.get(key)
      return value ? [[key, value]] : []
    }),
  ).toString()

export const useSavedViews = () => {
  const [views, setViews] = useState(read)
  const keep = (next: SavedView[]): void => {
    setViews(next)
    localStorage.setItem(KEY, JSON.stringify(next))
  }
  return {
    views,
    save: (view: SavedView) => keep([...views.filter(({ name }) => name !== view.name), view].slice(-LIMIT)),
    remove: (name: string) => keep(views.filter((view) => view.name !== name)),
  }
}
