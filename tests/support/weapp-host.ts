/**
 * Runs the COMPILED mini program, as `dist/weapp` will be uploaded, inside miniprogram-simulate with WeChat's own WXML
 * compiler. One host a process or test file. What it can't show: layout, real scrolling, real devices.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compileTemplates, insertStyles } from './weapp/engine'
import { createRegistry } from './weapp/components'
import { createModules } from './weapp/modules'
import { createStack } from './weapp/pages'
import type { OpenPage, Stack } from './weapp/pages'
import { createRecorder } from './weapp/recorder'
import type { Recorder } from './weapp/recorder'
import { installWx } from './weapp/wx'
import type { CloudFunction, Mocks } from './weapp/wx'

export type WeappHost = Recorder & {
  /** Runs app.js and starts the app, as a tap on its icon (scene 1001) or as told. */
  launch: (options?: { path?: string; query?: Record<string, string>; scene?: number }) => void
  open: Stack['open']
  top: Stack['top']
  closeAll: Stack['closeAll']
  /** Waits until `claim` answers something true; errors count as "not yet" until the time is up. */
  waitFor: <T>(claim: () => T, timeoutMs?: number) => Promise<T>
  /** Bytes handed to the view layer so far, of one route or of all. */
  setDataBytes: (route?: string) => number
  /** Forgets what was recorded, so that the next numbers belong to the next screen. */
  reset: () => void
}
export type { OpenPage }

type Options = {
  /** Folder of the compiled package. */
  dist?: string
  cloud?: CloudFunction
  /** Answers of further `wx.*` calls by name. */
  wx?: Mocks
  settleMs?: number
}
type AppInstance = Record<string, unknown>

const noCloud: CloudFunction = (name) => {
  throw new Error(`no cloud given to the host, and ${name} was called`)
}
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const tabsOf = (dist: string): Set<string> => {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    tabBar?: { list: { pagePath: string }[] }
  }
  return new Set(app.tabBar?.list.map((tab) => tab.pagePath))
}

const waitFor = async <T>(claim: () => T, timeoutMs = 10_000): Promise<T> => {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      const answer = claim()
      if (answer) return answer
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    if (Date.now() > deadline) throw new Error(`still not true after ${timeoutMs} ms: ${String(claim)}`)
    await pause(5)
  }
}

/** Builds the world around the package in `dist`; nothing of it runs before `launch`. */
export const createHost = (options: Options = {}): WeappHost => {
  const dist = path.resolve(options.dist ?? 'dist/weapp')
  const recorder = createRecorder()
  const run = createModules(dist)
  const tabs = tabsOf(dist)
  let app: AppInstance | undefined

  const stack = createStack({
    load: (file, tag) => registry.load(file, tag),
    settle: () => pause(options.settleMs ?? 20),
    isTab: (route) => tabs.has(route),
  })
  const registry = createRegistry({
    dist,
    run,
    recorder,
    template: compileTemplates(dist),
    currentRoute: stack.route,
    pageDefinition: stack.pageDefinition,
  })
  Object.assign(globalThis, {
    App: (definition: AppInstance) => (app = definition),
    getApp: () => app,
    getCurrentPages: stack.instances,
  })
  const countMatches = (selector: string) => Math.max(1, stack.top().all(selector).length)
  installWx({ stack, recorder, countMatches, cloud: options.cloud ?? noCloud, mocks: options.wx ?? {} })

  return Object.assign(recorder, {
    launch: (how = {}) => {
      const argument = { path: '', query: {}, scene: 1001, ...how }
      insertStyles(path.join(dist, 'app.wxss'), 'app')
      run(path.join(dist, 'app.js'))
      for (const step of ['onLaunch', 'onShow']) {
        const method = app?.[step]
        if (typeof method === 'function') method.call(app, argument)
      }
    },
    open: stack.open,
    top: stack.top,
    closeAll: stack.closeAll,
    waitFor,
    setDataBytes: (route) => {
      const records = recorder.setData.filter((record) => !route || record.route === route)
      return records.reduce((sum, record) => sum + record.bytes, 0)
    },
    reset: () => {
      for (const list of [recorder.setData, recorder.cloudCalls, recorder.calls]) list.length = 0
    },
  } satisfies Omit<WeappHost, keyof Recorder>)
}
