/** Each function as it will be uploaded: its bundle, what lies beside it, and how long a fresh Node takes to load it. */
import { functionNames, functionSize, probe } from '../../deploy/probe'
import type { FunctionSize } from './report'

/** The best of so many: a busy machine only ever adds. */
const TRIES = 5

const requireMs = async (name: string): Promise<number> => {
  let best = Infinity
  for (let i = 0; i < TRIES; i++) best = Math.min(best, (await probe(name, [])).requireMs)
  return Math.round(best * 10) / 10
}

export const measureFunctions = async (): Promise<Record<string, FunctionSize>> => {
  const sizes: Record<string, FunctionSize> = {}
  for (const name of functionNames()) sizes[name] = { ...functionSize(name), requireMs: await requireMs(name) }
  return sizes
}
