/** Turns a refusal's code and facts into a sentence. An action whose refusals are not all worded does not compile. */
import type { ActionName, CallRefusal, FunctionName } from '@/contract/index'
import type { CommonRefusal } from '@/contract/define'
import { copy } from './copy'

type OwnRefusal<F extends FunctionName, A extends ActionName<F>> = Exclude<CallRefusal<F, A>, CommonRefusal>

export type Wording<R extends { code: string }> = {
  [C in R['code']]: string | ((refusal: Extract<R, { code: C }>) => string)
}

/** Wording for every refusal of one action, the common ones aside. */
export type RefusalWording<F extends FunctionName, A extends ActionName<F>> = Wording<OwnRefusal<F, A>>

const common: Wording<CommonRefusal> = copy.common

export const refusalText = (wording: Record<string, unknown>, refusal: { code: string }): string => {
  const words = wording[refusal.code] ?? (common as Record<string, unknown>)[refusal.code]
  if (typeof words === 'function') return (words as (r: typeof refusal) => string)(refusal)
  return typeof words === 'string' ? words : copy.unknown(refusal.code)
}
