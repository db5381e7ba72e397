/**
 * The chain list (接龙): who joined with what, under masked names, and its text to post back to the chat. Business rules §5.
 * A number is given once, at payment, and stays: it is on the bag, and it is what the neighbour calls at the door.
 */
import type { OrderId } from '../ids'
import { maskName } from '../share/mask'
import type { EpochMs } from '../time'

export type ChainItem = { readonly label: string; readonly quantity: number }
export type ChainOrder = {
  readonly orderId: OrderId
  /** Null until it is paid. */
  readonly number: number | null
  readonly name: string
  readonly items: readonly ChainItem[]
  readonly placedAt: EpochMs
}

export type ChainEntry = {
  readonly orderId: OrderId
  readonly number: number
  /** Not paid yet: the number is the one it would get now. */
  readonly isPending: boolean
  readonly name: string
  readonly text: string
}

/** Entries in the order of their numbers; `lastNumber` is the sale's counter, which also counts who has withdrawn. */
export const chainOf = (orders: readonly ChainOrder[], lastNumber: number): ChainEntry[] => {
  const paid = orders.filter((order) => order.number !== null).sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  const pending = orders
    .filter((order) => order.number === null)
    .sort((a, b) => a.placedAt - b.placedAt || (a.orderId < b.orderId ? -1 : 1))
  return [
    ...paid.map((order) => entryOf(order, order.number ?? 0, false)),
    ...pending.map((order, i) => entryOf(order, lastNumber + i + 1, true)),
  ]
}

const entryOf = (order: ChainOrder, number: number, isPending: boolean): ChainEntry => ({
  orderId: order.orderId,
  number,
  isPending,
  name: maskName(order.name),
  text: itemsText(order.items),
})

const sumByLabel = (items: readonly ChainItem[]): ChainItem[] => {
  const sums = new Map<string, number>()
  for (const { label, quantity } of items) if (quantity > 0) sums.set(label, (sums.get(label) ?? 0) + quantity)
  return [...sums].map(([label, quantity]) => ({ label, quantity }))
}

/** `草莓×2，可颂×1`; what was refunded to nothing is left out. */
export const itemsText = (items: readonly ChainItem[]): string =>
  sumByLabel(items)
    .map(({ label, quantity }) => `${label}×${quantity}`)
    .join('，')

/** `1. 张* 草莓×2`. */
export const chainLine = ({ number, name, text }: ChainEntry): string => `${number}. ${name} ${text}`

/** Past this many characters a chat folds a message, and nobody unfolds it to find a neighbour. */
export const CHAIN_TEXT_LIMIT = 1_000

/** The words around the list. They belong to the screen, as all wording does; lines are left out where they are empty. */
export type ChainWords = {
  /** Above the list: what it is, until when, where it is handed over. */
  readonly head: readonly string[]
  /** In place of entries that found no room. */
  readonly skipped: (count: number) => string
  /** Below the list: how many, how much of each. */
  readonly totals: (people: number, items: string) => string
  /** How to join: the last line, with the link. */
  readonly join: string
}

/**
 * The text for the chat: head, numbered lines, totals, how to join. Only who has paid is told to the chat. If it is too
 * long, the earliest entries give way: the newest are what the chat has not seen yet. Head, totals and join always stay.
 */
export const chainText = (
  entries: readonly ChainEntry[],
  totals: readonly ChainItem[],
  words: ChainWords,
  limit = CHAIN_TEXT_LIMIT,
): string => {
  const paid = entries.filter((entry) => !entry.isPending)
  const foot = [words.totals(paid.length, itemsText(totals)), words.join]
  const write = (shown: readonly string[]): string => {
    const skipped = paid.length - shown.length
    const lines = [...words.head, ...(skipped > 0 ? [words.skipped(skipped)] : []), ...shown, ...foot]
    return lines.filter((line) => line !== '').join('\n')
  }
  const lines = paid.map(chainLine)
  let first = 0
  // the skipped line grows by a digit at most once in a while, so the exact text is measured, not an estimate
  for (let text = write(lines); first < lines.length && lengthOf(text) > limit; text = write(lines.slice(first))) {
    const over = lengthOf(text) - limit
    for (let freed = 0; freed < over && first < lines.length; first += 1) freed += lengthOf(lines[first] ?? '') + 1
  }
  return write(lines.slice(first))
}

const lengthOf = (text: string): number => Array.from(text).length
