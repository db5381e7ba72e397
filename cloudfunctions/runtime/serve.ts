/** The one way into a function: who calls, what they ask, which use case answers. The only try/catch of the shop is here. */
import { isUnavailable } from './db/errors'
import type { CallerFor } from './caller'
import type { Deps } from './deps'
import { hostFor, type Host } from './host'
import { identify } from './identify'
import { whyUnfit } from './input-fitness'
import type { Action, CommonRefusal, Contract, Reply, Who } from '@/contract/define'
import type { Refusal, Result } from '@/domain/result'
import type { WechatEvent } from './wechat-event'
import type * as z from 'zod'

/** Also the answer of a use case that `looksThemselves` and finds the member deleted. */
export type SignInRequired = Extract<CommonRefusal, { code: 'sign-in.required' }>

/** One use case: decides and writes, answers with a value or a refusal, throws only what is a fault. */
export type UseCase<A> =
  A extends Action<infer W extends Who, infer I extends z.ZodType, infer O, infer R extends Refusal>
    ? (deps: Deps, caller: CallerFor<W>, input: z.output<I>) => Promise<Result<O, R | SignInRequired>>
    : never

export type UseCases<C extends Contract> = { readonly [K in keyof C]: UseCase<C[K]> }

/** A call as the platform hands it over. HTTP events of the gateway carry `httpMethod` instead. */
export type CallEvent = { readonly action?: unknown; readonly input?: unknown }
export type Main = (event: unknown, context?: unknown) => Promise<unknown>

type AnyUseCase = (deps: Deps, caller: unknown, input: unknown) => Promise<Result<unknown, Refusal>>
type Door = {
  readonly contract: Contract
  readonly useCases: Record<string, AnyUseCase>
  readonly looksThemselves: ReadonlySet<string>
}

/** What else a door understands. */
export type Extras<C extends Contract = Contract> = {
  /** Answer raw HTTP, e.g. the pay notice. */
  readonly routes?: Routes
  /** Reads an event that WeChat pushes as a call. */
  readonly push?: (event: WechatEvent) => CallEvent | null
  /** Actions whose own facts tell whether the member is still there, and who refuse `sign-in.required` themselves: a look less. */
  readonly looksThemselves?: readonly (keyof C)[]
}

/** Turns a contract and its use cases into the function's `main`. */
export const serve = <C extends Contract>(
  contract: C,
  useCases: UseCases<C>,
  { routes = {}, push = () => null, looksThemselves = [] }: Extras<C> = {},
): Main => {
  const door: Door = {
    contract,
    useCases: useCases as unknown as Record<string, AnyUseCase>,
    looksThemselves: new Set(looksThemselves as readonly string[]),
  }
  return async (event, context) => {
    const host = await hostFor(context)
    return host.receive(event, context, {
      call: (call, ingress) => answer(door, host, call, ingress),
      routes,
      push,
    })
  }
}

export type RawRequest = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export type RawReply = { readonly status: number; readonly body: string; readonly contentType?: string }
export type Routes = { readonly [path: string]: (deps: Deps, request: RawRequest) => Promise<RawReply> }

const answer = async (
  door: Door,
  host: Host,
  call: CallEvent,
  ingress: Parameters<Host['depsFor']>[0],
): Promise<Reply<unknown, Refusal>> => {
  const startedAt = performance.now()
  const name = typeof call.action === 'string' ? call.action : ''
  let outcome = 'fault'
  try {
    const deps = host.depsFor(ingress)
    const reply = await decide(door, deps, name, call.input, ingress)
    outcome = reply.ok ? 'ok' : 'refusal' in reply ? reply.refusal.code : 'fault'
    return reply
  } catch (error) {
    const busy = isUnavailable(error) || (error as { retryable?: unknown } | null)?.retryable === true
    host.log.error({ requestId: ingress.requestId, action: name, err: error }, 'fault')
    return { ok: false, fault: { code: busy ? 'busy' : 'internal', requestId: ingress.requestId, retryable: busy } }
  } finally {
    host.log.info(
      { requestId: ingress.requestId, action: name, outcome, ms: Math.round(performance.now() - startedAt) },
      'call',
    )
  }
}

const decide = async (
  { contract, useCases, looksThemselves }: Door,
  deps: Deps,
  name: string,
  rawInput: unknown,
  ingress: Parameters<Host['depsFor']>[0],
): Promise<Reply<unknown, Refusal>> => {
  const action = Object.hasOwn(contract, name) ? contract[name] : undefined
  const useCase = Object.hasOwn(useCases, name) ? useCases[name] : undefined
  if (!action || !useCase) return { ok: false, refusal: { code: 'action.unknown' } }
  const unfit = whyUnfit(rawInput)
  if (unfit) return { ok: false, refusal: unfit }
  const who = await identify(deps, ingress, action.who, looksThemselves.has(name))
  if (!who.ok) return { ok: false, refusal: who.refusal }
  const parsed = action.input.safeParse(rawInput ?? {})
  if (!parsed.success) {
    const issues = parsed.error.issues
      .slice(0, 10)
      .map((issue: { path: PropertyKey[]; code: string }) => ({ path: issue.path.join('.'), code: issue.code }))
    return { ok: false, refusal: { code: 'input.invalid', issues } }
  }
  const result = await useCase(deps, who.value, parsed.data)
  return result.ok ? { ok: true, data: result.value } : { ok: false, refusal: result.refusal }
}
