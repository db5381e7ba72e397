/**
 * `coldStart`: from a new process to its first answered order, on the server that is there. The process is what a function
 * instance is: the uploaded bundle of `order`, called by the platform for a shopper of the mini program.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureBuilt } from '../../config/builds'
import type { Database } from '../../cloudfunctions/runtime/db/connect'
import { idOf, STORE } from './data'
import { orderOf, placed } from './scenarios'

const STARTS = 9
const BUNDLE = path.resolve(__dirname, '../../dist/cloudfunctions/order/index.js')
/** In the shop's data every third member pays the member price. */
const SHOPPER = 50
const OPENID = 'openid-of-the-cold-start'

/** What the platform's loader does, and nothing else. */
const LOADER = `
const { event, context } = JSON.parse(process.argv[1])
require(process.env.BENCH_BUNDLE).main(event, context).then((reply) => {
  process.stdout.write(JSON.stringify(reply), () => process.exit(0))
})`

/** Milliseconds of each start, the first left out: it reads the bundle from the disk. */
export const coldStarts = async (url: string, database: Database, say: (line: string) => void): Promise<number[]> => {
  await ensureBuilt(['functions'], say)
  await database.run({ name: '', text: 'update member set openid = $3 where store_id = $1 and id = $2' }, [
    STORE,
    idOf('mem', SHOPPER),
    OPENID,
  ])
  const times: number[] = []
  for (let n = 0; n <= STARTS; n++) times.push(await startOnce(url, n))
  return times.slice(1)
}

const startOnce = (url: string, n: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const event = { action: 'place', input: orderOf(SHOPPER, [100 + n]) }
    const who = { TCB_SOURCE: 'wx_client', WX_OPENID: OPENID }
    const context = { request_id: `cold-${n}`, environment: JSON.stringify(who) }
    const startedAt = performance.now()
    const child = spawn(process.execPath, ['-e', LOADER, JSON.stringify({ event, context })], {
      env: { PATH: process.env['PATH'], BENCH_BUNDLE: BUNDLE, DATABASE_URL: url, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.once('error', reject)
    child.once('close', () => {
      const ms = performance.now() - startedAt
      if (!text.startsWith('{"ok":true')) return reject(new Error(`cold start: ${text.slice(0, 300)}`))
      placed.orders++
      resolve(ms)
    })
  })
