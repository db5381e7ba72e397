/**
 * How long the disk takes to promise a commit. It decides what a row that everybody wants can give: its lock is held until the
 * flush has come back.
 */
import { openBareQuery, type BarePlace } from './bare-query'
import { STORE } from './data'
import { LIMIT_HOT } from './limit-write'

const TIMES = 500
const touch = 'update stock set available = available where store_id = $1 and sku_id = $2 and bucket = 0'
const look = 'select available from stock where store_id = $1 and sku_id = $2 and bucket = 0'

/** Microseconds: one-row commits one after another, less the same number of reads. */
export const flushOf = async (place: BarePlace): Promise<number> => {
  const { query, close } = await openBareQuery(place, 1)
  const time = async (name: string, text: string): Promise<number> => {
    const start = performance.now()
    for (let i = 0; i < TIMES; i++) await query(name, text, [STORE, LIMIT_HOT])
    return performance.now() - start
  }
  try {
    await time('flush.look', look)
    const reads = await time('flush.look', look)
    return Math.round(((await time('flush.touch', touch)) - reads) * (1000 / TIMES))
  } finally {
    await close()
  }
}
