/** `@tarojs/taro` as a plain object: what was kept in the phone, and what was asked of it. Use with `jest.mock`. */
const kept = new Map<string, unknown>()
const asked: { name: string; argument: unknown }[] = []
const answers = new Map<string, () => unknown>()

const ask = (name: string) => async (argument?: unknown) => {
  asked.push({ name, argument })
  return answers.get(name)?.()
}

const TOLD = 'navigateTo redirectTo switchTab navigateBack setTabBarBadge removeTabBarBadge requestPayment'
const pages: unknown[] = [{}]

export const phone = {
  kept,
  asked,
  /** Answers the next calls of `name`; an Error thrown here is WeChat's own failure. */
  answer: (name: string, reply: () => unknown) => answers.set(name, reply),
  openPages: (count: number) => pages.splice(0, pages.length, ...Array.from({ length: count }, () => ({}))),
  reset: () => {
    kept.clear()
    answers.clear()
    asked.length = 0
    phone.openPages(1)
  },
}

const taro = {
  ...Object.fromEntries(TOLD.split(' ').map((name) => [name, ask(name)])),
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
  removeStorageSync: (key: string) => void kept.delete(key),
  getCurrentPages: () => pages,
}
export default taro
