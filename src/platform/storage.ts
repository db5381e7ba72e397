/** What the phone remembers by itself. Small, and nothing that another phone would miss. */
import Taro from '@tarojs/taro'

type Kept = {
  /** Session of the web page; WeChat knows its people without one. */
  session: string
  largeText: boolean
  searches: readonly string[]
  /** The basket of someone who has not signed in yet. */
  strangersBasket: readonly { readonly skuId: string; readonly quantity: number }[]
  pickupPoint: string
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
