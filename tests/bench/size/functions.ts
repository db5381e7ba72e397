/** Each function as it will be uploaded: its folder's bytes, and how long a fresh Node takes to load it. */
import { functionBytes, functionNames, probe } from '../../deploy/probe'
import type { FunctionSize } from './report'

/** The best of so many: a busy machine only ever adds. */
const TRIES = 5

const requireMs = (name: string): number => {
  const tries = Array.from({ length: TRIES }, () => probe(name, []).requireMs)
  return Math.round(Math.min(...tries) * 10) / 10
}

export const measureFunctions = (): Record<string, FunctionSize> =>
  Object.fromEntries(functionNames().map((name) => [name, { bytes: functionBytes(name), requireMs: requireMs(name) }]))
