/** What was looked for on this phone, the latest first. It never leaves the phone. */
import { drop, keep, recall } from '@/platform/storage'

const MOST = 12

export const searches = (): readonly string[] => recall('searches') ?? []

export const remember = (text: string): readonly string[] => {
  const now = [text, ...searches().filter((old) => old !== text)].slice(0, MOST)
  keep('searches', now)
  return now
}

export const forgetSearches = (): readonly string[] => {
  drop('searches')
  return []
}
