/** One line for each number: what it is, how big, what is allowed, what we aim for. */
import type { Budget } from './budgets'
import { besideBudget, budgets, packageBudget } from './budgets'
import type { SizeReport } from './report'

export type Unit = 'KB' | 'ms' | ''
export type Row = { what: string; size: number; unit: Unit; limit: Budget | null }

const row = (what: string, size: number, limit: Budget | null, unit: Unit = 'KB'): Row => ({ what, size, unit, limit })

export const rowsOf = ({ weapp, firstScreen, h5, admin, functions }: SizeReport): Row[] => [
  row('weapp main package', weapp.main, budgets.weapp.main),
  ...Object.entries(weapp.packages).map(([name, bytes]) => row(`weapp ${name}`, bytes, packageBudget(name))),
  row('weapp total', weapp.total, budgets.weapp.total),
  ...(['feed', 'product', 'card'] as const).flatMap((name) => [
    row(`${name}: setData`, firstScreen[name].bytes, budgets.firstScreen[name]),
    row(`${name}: setData below it, later`, firstScreen[name].laterBytes, null),
    row(`${name}: setData calls`, firstScreen[name].calls, budgets.setDataCalls, ''),
    row(`${name}: cloud calls`, firstScreen[name].cloudCalls, budgets.cloudCalls, ''),
  ]),
  row('H5 first page JS, gzip', h5.initialGzip, budgets.h5),
  row('admin first page JS, gzip', admin.initialGzip, budgets.admin),
  ...Object.entries(functions).flatMap(([name, { bytes, besideBytes, requireMs }]) => [
    row(`function ${name}`, bytes, budgets.functionBytes),
    // a manifest and its triggers lie beside every bundle
    ...(besideBytes > 1024 ? [row(`function ${name}: beside`, besideBytes, besideBudget(name))] : []),
    row(`function ${name}: require`, requireMs, budgets.functionRequireMs, 'ms'),
  ]),
]

export const isOver = ({ size, limit }: Row): boolean => limit !== null && size > limit.budget

const shown = (n: number, unit: Unit): string => {
  if (unit === 'KB') return `${(n / 1024).toFixed(1)} KB`
  return unit === 'ms' ? `${n.toFixed(1)} ms` : String(n)
}

export const tableOf = (rows: readonly Row[]): string => {
  const lines = rows.map((each) => {
    const { what, size, unit, limit } = each
    const mark = isOver(each) ? 'OVER' : limit && size <= limit.aim ? 'aim' : ''
    const numbers = [size, limit?.budget, limit?.aim].map((n) => (n === undefined ? '' : shown(n, unit)).padStart(11))
    return `${what.padEnd(34)}${numbers.join('')}  ${mark}`.trimEnd()
  })
  const head = `${'what'.padEnd(34)}${['size', 'budget', 'aim'].map((name) => name.padStart(11)).join('')}`
  return [head, ...lines].join('\n')
}
