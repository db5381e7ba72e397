/** `wx.*` as far as it matters here: navigation that really opens pages, the cloud, the odd answer; all of it recorded. */
import type { Stack } from './pages'
import { bytesOf } from './recorder'
import type { Recorder } from './recorder'
import { selectorQuery } from './selector-query'

/** Answers a call to a cloud function: the door, or a fixed reply. What it throws is WeChat's own failure. */
export type CloudFunction = (name: string, data: { action: string; input?: unknown }) => unknown

type Handlers = {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}
type Api = (argument?: Handlers & Record<string, unknown>) => unknown
export type Mocks = Record<string, unknown>

/** Settles the way WeChat does: through the handlers if the caller gave any, and as a promise. */
const settled = async (name: string, handlers: Handlers | undefined, work: () => unknown): Promise<unknown> => {
  try {
    const answer = await work()
    const result = { ...(typeof answer === 'object' ? answer : {}), errMsg: `${name}:ok` }
    handlers?.success?.(result)
    handlers?.complete?.(result)
    return result
  } catch (thrown) {
    const error = { errMsg: `${name}:fail ${thrown instanceof Error ? thrown.message : String(thrown)}` }
    handlers?.fail?.(error)
    handlers?.complete?.(error)
    if (handlers?.fail || handlers?.complete) return error
    throw Object.assign(new Error(error.errMsg), error)
  }
}

const asApi =
  (name: string, work: (argument: Record<string, unknown>) => unknown): Api =>
  (argument) =>
    settled(name, argument, () => work(argument ?? {}))

const navigation = (stack: Stack): Record<string, Api> => {
  const to = (go: (url: string) => unknown) => async (argument: Record<string, unknown>) => {
    await go(String(argument['url']))
  }
  return {
    navigateTo: asApi('navigateTo', to(stack.open)),
    redirectTo: asApi('redirectTo', to(stack.redirect)),
    reLaunch: asApi('reLaunch', to(stack.relaunch)),
    switchTab: asApi('switchTab', to(stack.switchTab)),
    navigateBack: asApi('navigateBack', ({ delta }) => stack.back(typeof delta === 'number' ? delta : 1)),
  }
}

const QUIET =
  `showToast hideToast showLoading hideLoading stopPullDownRefresh startPullDownRefresh setNavigationBarTitle
  setNavigationBarColor pageScrollTo setTabBarBadge removeTabBarBadge showShareMenu hideShareMenu updateShareMenu
  setClipboardData vibrateShort previewImage requirePrivacyAuthorize`.split(/\s+/)

const quiet = Object.fromEntries(QUIET.map((name) => [name, asApi(name, () => undefined)]))

const cloud = (recorder: Recorder, answer: CloudFunction) => ({
  init: () => undefined,
  callFunction: (argument: Handlers & { name: string; data: { action: string; input?: unknown } }) =>
    settled('cloud.callFunction', argument, async () => {
      const { name, data } = argument
      const call = { name, action: data.action, sentBytes: bytesOf(data), receivedBytes: 0 }
      recorder.cloudCalls.push(call)
      const result = await answer(name, JSON.parse(JSON.stringify(data)) as typeof data)
      call.receivedBytes = bytesOf(result)
      return { result: JSON.parse(JSON.stringify(result)) as unknown }
    }),
})

type World = {
  stack: Stack
  recorder: Recorder
  cloud: CloudFunction
  mocks: Mocks
  countMatches: (sel: string) => number
}

/** Puts our answers over the simulator's. `mocks` win; what neither knows stays as the simulator has it. */
export const installWx = ({ stack, recorder, cloud: answer, mocks, countMatches }: World): void => {
  const login = asApi('login', () => ({ code: 'code-under-test' }))
  const ours = { ...navigation(stack), ...quiet, login, createSelectorQuery: selectorQuery(countMatches), ...mocks }
  const wx = (globalThis as unknown as { wx: Record<string, unknown> }).wx
  for (const [name, part] of Object.entries(ours)) {
    wx[name] =
      typeof part !== 'function'
        ? part
        : (...parts: unknown[]): unknown => {
            recorder.calls.push({ name, argument: parts[0] })
            return (part as (...all: unknown[]) => unknown)(...parts)
          }
  }
  wx['cloud'] = cloud(recorder, answer)
}
