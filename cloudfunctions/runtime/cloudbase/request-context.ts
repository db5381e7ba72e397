/**
 * What CloudBase says about one request. It hands over a set of variables a request: as JSON in `context.environment`, in
 * older runtimes as `K=V;K=V` in `context.environ`, and (as wx-server-sdk reads them) in `process.env`. An instance is
 * used again for the next caller and `process.env` may still hold the last one's openid, so the context goes first, the
 * two are never mixed, and of `process.env` only the names listed in `WX_CONTEXT_KEYS` count.
 */

export type RequestContext = {
  /** Who called through whom, outermost first: `['wx_client', 'scf']`. Empty where the platform says nothing. */
  readonly sources: readonly string[]
  readonly isTimer: boolean
  readonly openid: string | null
  readonly clientIp: string | null
  readonly requestId: string | null
  readonly functionName: string | null
  /** Top-level fields of the event in which WeChat put decrypted data for a CloudID; all others are the client's own words. */
  readonly openDataKeys: readonly string[]
}

type Variables = Readonly<Record<string, string | undefined>>
type ScfContext = { environment?: unknown; environ?: unknown; request_id?: unknown; function_name?: unknown }

export const readContext = (context: unknown, env: NodeJS.ProcessEnv): RequestContext => {
  const scf: ScfContext = typeof context === 'object' && context !== null ? context : {}
  const vars = fromJson(scf.environment) ?? fromPairs(scf.environ) ?? fromProcess(env)
  return {
    sources: (vars['TCB_SOURCE'] ?? '').split(',').filter((source) => source !== ''),
    isTimer: vars['TRIGGER_SRC'] === 'timer',
    openid: vars['WX_OPENID'] || null,
    clientIp: vars['WX_CLIENTIP'] || vars['TCB_SOURCE_IP'] || null,
    requestId: text(scf.request_id),
    functionName: text(scf.function_name) ?? env['SCF_FUNCTIONNAME'] ?? null,
    openDataKeys: openDataKeys(vars['WX_OPEN_DATA_INFO']),
  }
}

const openDataKeys = (info: string | undefined): string[] => {
  if (!info) return []
  const { keys } = JSON.parse(info) as { keys?: unknown }
  return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : []
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const fromJson = (environment: unknown): Variables | null => {
  if (typeof environment !== 'string' || environment === '') return null
  const value: unknown = JSON.parse(environment)
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, text(each) ?? undefined]))
}

const fromPairs = (environ: unknown): Variables | null => {
  if (typeof environ !== 'string') return null
  const pairs = environ.split(';').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return Object.fromEntries(pairs)
}

const fromProcess = (env: NodeJS.ProcessEnv): Variables => {
  const wechat = (env['WX_CONTEXT_KEYS'] ?? '').split(',').filter((name) => name.startsWith('WX_'))
  const names = [...wechat, 'TCB_SOURCE', 'TCB_SOURCE_IP', 'TRIGGER_SRC']
  return Object.fromEntries(names.map((name) => [name, env[name]]))
}
