/** Each function as it will be uploaded: the bundle's bytes, and how long a fresh Node takes to load it. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { FUNCTIONS, functionNames, probe } from '../../deploy/probe'
import type { FunctionSize } from './report'

/** The best of so many: a busy machine only ever adds. */
const TRIES = 5

const requireMs = (name: string): number => {
  const tries = Array.from({ length: TRIES }, () => probe(name, []).requireMs)
  return Math.round(Math.min(...tries) * 10) / 10
}

export const measureFunctions = (): Record<string, FunctionSize> =>
  Object.fromEntries(
    functionNames().map((name) => {
      const bytes = statSync(path.join(FUNCTIONS, name, 'index.js')).size
      return [name, { bytes, requireMs: requireMs(name) }]
    }),
  )
