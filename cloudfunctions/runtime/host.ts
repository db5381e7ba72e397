/** Where a function runs. A host reads the platform's context and hands the use cases their deps; the event never says who calls. */
import type { Logger } from 'pino'
import type { Ingress } from './caller'
import type { Deps } from './deps'
import type { CallEvent, Routes } from './serve'
import type { WechatEvent } from './wechat-event'

export type Receivers = {
  readonly call: (call: CallEvent, ingress: Ingress) => Promise<unknown>
  readonly routes: Routes
  /** The call that WeChat's event stands for, or null. Only what `readWechatEvent` took may be asked about. */
  readonly push: (event: WechatEvent) => CallEvent | null
}

export type Host = {
  readonly log: Logger
  depsFor(ingress: Ingress): Deps
  receive(event: unknown, context: unknown, receivers: Receivers): Promise<unknown>
}

/** A symbol can't travel in JSON, so no client can plant a host in its event or context. */
const HOST = Symbol.for('quanji.host')

export type HostContext = { readonly [HOST]: { readonly host: Host; readonly ingress: Ingress } }

/** The context that the local cloud and the tests pass as second argument of a door's `main`. */
export const hostContext = (host: Host, ingress: Ingress): HostContext => ({ [HOST]: { host, ingress } })

export const ingressOf = (context: unknown): Ingress | null => contextHost(context)?.ingress ?? null

const contextHost = (context: unknown): { host: Host; ingress: Ingress } | null =>
  typeof context === 'object' && context !== null && HOST in context ? (context as HostContext)[HOST] : null

let cloudHost: Promise<Host> | null = null

/** The host in the context, else the one of CloudBase, made once a process. */
export const hostFor = async (context: unknown): Promise<Host> => {
  const given = contextHost(context)
  if (given) return given.host
  cloudHost ??= import('./cloudbase/host').then((m) => m.cloudbaseHost())
  return cloudHost
}
