/** `src/platform/wx` on a phone with WeChat: what it knows, what it answers, and what was asked of it. Use with `jest.mock`. */
type Ways = { success?: (said: object) => void; fail?: (said: { errMsg: string }) => void }

const asked: { name: string; argument: object }[] = []
const answers = new Map<string, object | string>()

export const phone = {
  asked,
  /** What `canIUse` says yes to. */
  knows: new Set<string>(),
  category: 'default',
  /** The next answers of `name`; a string is WeChat's words for a failure. */
  answer: (name: string, reply: object | string) => answers.set(name, reply),
  reset: () => {
    asked.length = 0
    answers.clear()
    phone.knows.clear()
    phone.category = 'default'
  },
}

const known: Record<string, unknown> = {
  canIUse: (name: string) => phone.knows.has(name),
  getApiCategory: () => phone.category,
  getAppBaseInfo: () => ({}),
  getWindowInfo: () => ({ statusBarHeight: 20, windowWidth: 390 }),
  getMenuButtonBoundingClientRect: () => ({ top: 24, height: 32, left: 300 }),
}
const ask =
  (name: string) =>
  ({ success, fail, ...argument }: Ways = {}) => {
    asked.push({ name, argument })
    const answer = answers.get(name) ?? {}
    if (typeof answer === 'string') fail?.({ errMsg: `${name}:${answer}` })
    else success?.(answer)
  }
const wx = new Proxy(known, { get: (_, name: string) => known[name] ?? ask(name) })

export const isWechat = true
export const wechat = () => wx
