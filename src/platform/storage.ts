/** What the phone remembers by itself. Small, and nothing that another phone would miss. */
import Taro from '@tarojs/taro'
import type { HandOverKit, WorkbenchView } from '@/contract/leader'
import type { PickupKey } from '@/contract/sale'
import type { MemberId } from '@/domain/ids'
import type { PhoneScan } from './phone-scan'

type Kept = {
  /** Session of the web page; WeChat knows its people without one. */
  session: string
  largeText: boolean
  searches: readonly string[]
  /** The basket of someone who has not signed in yet. */
  strangersBasket: readonly { readonly skuId: string; readonly quantity: number }[]
  pickupPoint: string
  /** This phone among those of a leader. */
  phone: string
  /** The workbench as it was last seen, for an evening without a network. */
  bench: { readonly of: MemberId; readonly at: number; readonly view: WorkbenchView }
  /** What bags are handed over with, the newest first. */
  kits: readonly KeptKit[]
  /** Scans the shop has not answered yet, and those of today that it has. */
  scans: readonly PhoneScan[]
  /** Of one's own pick-up codes, the newest first: at the door there may be no network. */
  pickupKeys: readonly KeptPickupKey[]
}
export type KeptKit = {
  readonly of: MemberId
  readonly kit: HandOverKit
  /** How far the shop's clock was ahead of this phone's when the kit was packed. */
  readonly aheadMs: number
}
export type KeptPickupKey = {
  readonly of: MemberId
  readonly key: PickupKey
  /** How far the shop's clock was ahead of this phone's when the key came. */
  readonly aheadMs: number
}
type Key = keyof Kept

const full = (key: Key): string => `quanji.${key}`

export const recall = <K extends Key>(key: K): Kept[K] | null => {
  const kept: unknown = Taro.getStorageSync(full(key))
  // Taro answers '' for what was never kept.
  return kept === '' || kept === undefined || kept === null ? null : (kept as Kept[K])
}

export const keep = <K extends Key>(key: K, value: Kept[K]): void => Taro.setStorageSync(full(key), value)
export const drop = (key: Key): void => Taro.removeStorageSync(full(key))
