import type { ActionName, CallInput, CallOutput, CallRefusal, FunctionName } from '@/contract'
import type { Refusal } from '@/domain/result'
import { SECOND } from '@/domain/time'
import { send, type Parcel } from './send'

/** `offline`: nothing came back. `slow`: nothing came back in time, so a write may have been done. The others are the server's. */
export type CallFault = {
  readonly code: 'internal' | 'busy' | 'offline' | 'slow'
  readonly requestId: string | null
  readonly retryable: boolean
}
export type Answer<O, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly data: O }
  | { readonly ok: false; readonly refusal: R; readonly fault?: never }
  | { readonly ok: false; readonly fault: CallFault; readonly refusal?: never }

export type CallAnswer<F extends FunctionName, A extends ActionName<F>> = Answer<CallOutput<F, A>, CallRefusal<F, A>>

const PATIENCE = 12 * SECOND
/** Before a read is asked once more. */
const BREATH = 0.4 * SECOND

/**
 * Asks the cloud once. Never throws and never speaks to the person: what comes back is the answer, a refusal with its
 * facts, or a fault. A write that got no answer may have happened; only its request id makes it safe to send again.
 */
export const call = async <F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  input: CallInput<F, A>,
  /** What only WeChat can read, beside the input: see `enteredGroup`. */
  beside: { readonly group?: unknown } = {},
): Promise<CallAnswer<F, A>> => (await ask(functionName, { action, input, ...beside })) as CallAnswer<F, A>

/** Asks for something that changes nothing, so a fault that may pass is tried once more. */
export const read = async <F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  input: CallInput<F, A>,
): Promise<CallAnswer<F, A>> => {
  const first = await call(functionName, action, input)
  if (first.ok || !first.fault?.retryable) return first
  await wait(BREATH)
  return call(functionName, action, input)
}

const ask = async (functionName: string, parcel: Parcel): Promise<Answer<unknown>> => {
  const slow = late()
  try {
    const reply = await Promise.race([send(functionName, parcel), slow.promise])
    return isAnswer(reply) ? reply : failed('internal')
  } catch {
    return failed('offline')
  } finally {
    slow.stop()
  }
}

const failed = (code: CallFault['code']): Answer<unknown> => ({
  ok: false,
  fault: { code, requestId: null, retryable: true },
})

/** A gateway's own error page is JSON of another shape, or none. */
const isAnswer = (reply: unknown): reply is Answer<unknown> => {
  const { ok, refusal, fault } = (reply ?? {}) as Partial<Record<'ok' | 'refusal' | 'fault', unknown>>
  return ok === true || (ok === false && (hasCode(refusal) || hasCode(fault)))
}
const hasCode = (part: unknown): boolean => typeof (part as { code?: unknown } | undefined)?.code === 'string'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const late = () => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const promise = new Promise<Answer<unknown>>((resolve) => {
    timer = setTimeout(() => resolve(failed('slow')), PATIENCE)
  })
  return { promise, stop: () => clearTimeout(timer) }
}
