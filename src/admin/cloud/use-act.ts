/** Writes: one button, one call. Refusals and faults are said in words; what was read of the same function is read anew. */
import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { ActionName, CallInput, CallOutput, FunctionName } from '@/contract/index'
import { CloudFault, call } from './call'
import { copy } from './copy'
import { refusalText } from './refusal-text'
import type { RefusalWording } from './refusal-text'

export const faultText = (error: unknown): string => {
  if (!(error instanceof CloudFault)) throw error
  const text = copy.fault[error.code]
  return error.requestId ? copy.faultNumber(text, error.requestId) : text
}

type Options<O> = {
  /** Said when it worked. */
  done?: string | ((output: O) => string)
  onDone?: (output: O) => void
  /** Functions whose reads are out of date afterwards, besides its own. */
  touches?: readonly FunctionName[]
}

export type Act<I> = { run: (input: I) => Promise<boolean>; isBusy: boolean }

export const useAct = <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  wording: RefusalWording<F, A>,
  { done, onDone, touches = [] }: Options<CallOutput<F, A>> = {},
): Act<CallInput<F, A>> => {
  const { message } = App.useApp()
  const cache = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const running = useRef(false)

  /** True if it was done. A second press while the first is on its way is nothing. */
  const run = async (input: CallInput<F, A>): Promise<boolean> => {
    if (running.current) return false
    running.current = true
    setBusy(true)
    try {
      const answer = await call(name, action, input)
      if (!answer.ok) {
        void message.error(refusalText(wording, answer.refusal))
        return false
      }
      for (const stale of [name, ...touches]) void cache.invalidateQueries({ queryKey: [stale] })
      if (done) void message.success(typeof done === 'function' ? done(answer.data) : done)
      onDone?.(answer.data)
      return true
    } catch (error) {
      void message.error(faultText(error))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { run, isBusy }
}
