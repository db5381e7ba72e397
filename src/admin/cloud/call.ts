/**
 * The one way to the functions: `POST /cloud/<function>`. A refusal is an answer, a fault is thrown. The session is an
 * http-only cookie; the extra header can't be sent across sites without a preflight, which is the guard against CSRF.
 */
import type { Refusal } from '@/domain/result'
import type { ActionName, CallInput, CallOutput, CallRefusal, CallReply, FunctionName } from '@/contract/index'

export type Answer<F extends FunctionName, A extends ActionName<F>> =
  { ok: true; data: CallOutput<F, A> } | { ok: false; refusal: CallRefusal<F, A> }

/** The other side broke or can't be reached; `requestId` finds it in the log, empty if nothing came back. */
export class CloudFault extends Error {
  constructor(
    readonly code: 'internal' | 'busy' | 'unreachable',
    readonly requestId: string,
    readonly isRetryable: boolean,
  ) {
    super(code)
  }
}

const signedOutListeners = new Set<() => void>()
/** Called when the server no longer knows the session; returns how to stop listening. */
export const whenSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

export const call = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: CallInput<F, A>,
  signal?: AbortSignal,
): Promise<Answer<F, A>> => {
  const reply = await send<F, A>(name, { action, input }, signal)
  if ('fault' in reply) throw new CloudFault(reply.fault.code, reply.fault.requestId, reply.fault.retryable)
  if (!reply.ok && (reply.refusal as Refusal).code === 'sign-in.required')
    signedOutListeners.forEach((listen) => listen())
  return reply
}

const send = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  body: { action: A; input: CallInput<F, A> },
  signal?: AbortSignal,
): Promise<CallReply<F, A>> => {
  try {
    const response = await fetch(`/cloud/${name}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'quanji-admin' },
      body: JSON.stringify(body),
      signal: signal ?? null,
    })
    return (await response.json()) as CallReply<F, A>
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new CloudFault('unreachable', '', true)
  }
}

/** Makes an act happen once however often it is sent; made when its form opens. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
