/** Reads through the cache: the key of a query is its function, action and input. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ActionName, CallInput, CallOutput, FunctionName } from '@/contract/index'
import { call } from './call'

/** A read was refused; carries the refusal for the screen to word. */
export class ReadRefused extends Error {
  constructor(readonly refusal: { code: string }) {
    super(refusal.code)
  }
}

/** The data, or ReadRefused thrown: for reads, whose refusals a screen draws as a state and not as an answer. */
export const read = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: CallInput<F, A>,
  signal?: AbortSignal,
): Promise<CallOutput<F, A>> => {
  const answer = await call(name, action, input, signal)
  if (!answer.ok) throw new ReadRefused(answer.refusal)
  return answer.data
}

type Options = {
  isOff?: boolean
  /** Milliseconds between silent refreshes. */
  every?: number
  /** Shows the previous answer while a new filter or page is on its way. */
  keepsPrevious?: boolean
  /** A form stands on it: it is read anew after an act of one's own, never under one's hands. */
  isStill?: boolean
}

export const useCloud = <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: CallInput<F, A>,
  { isOff = false, every, keepsPrevious = false, isStill = false }: Options = {},
): UseQueryResult<CallOutput<F, A>> =>
  useQuery<CallOutput<F, A>>({
    queryKey: [name, action, input],
    queryFn: ({ signal }) => read(name, action, input, signal),
    enabled: !isOff,
    refetchInterval: every ?? false,
    refetchOnWindowFocus: !isStill,
    refetchOnReconnect: !isStill,
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  })
