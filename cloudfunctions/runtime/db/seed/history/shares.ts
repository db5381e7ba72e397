/** Product cards that people have sent around; some of the past orders came through them. */
import { createHash } from 'node:crypto'
import { DAY, HOUR, dayText, later, type EpochMs } from '@/domain/time'

export type PastShare = {
  readonly code: string
  readonly sharer: string
  readonly product: string
  readonly channel: 'chat' | 'poster' | 'timeline'
  readonly at: EpochMs
  readonly day: string
}

const shared = [
  ['afang', 'dandong-strawberry', 'chat', 41],
  ['afang', 'free-range-eggs', 'chat', 33],
  ['laozhou', 'white-shrimp', 'chat', 38],
  ['laozhou', 'dandong-strawberry', 'poster', 12],
  ['xiaoqin', 'lye-croissant', 'chat', 45],
  ['xiaoqin', 'hokkaido-toast', 'poster', 20],
  ['xiaomei', 'yunnan-blueberry', 'chat', 26],
  ['xiaomei', 'fresh-milk', 'chat', 9],
  ['lili', 'tulip-bunch', 'timeline', 17],
  ['momo', 'plain-yoghurt', 'chat', 14],
  ['yuanyuan', 'free-range-eggs', 'chat', 6],
  ['afang', 'fresh-milk', 'chat', 4],
] as const

/** As unguessable as a live code to whoever doesn't read this file: twelve letters and digits. */
export const codeOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('base64')
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(0, 12)

export const pastShares = (now: EpochMs): PastShare[] =>
  shared.map(([sharer, product, channel, daysAgo]) => {
    const at = later(now, -daysAgo * DAY - 3 * HOUR)
    return { code: codeOf(`${sharer}:${product}:${channel}`), sharer, product, channel, at, day: dayText(at) }
  })
