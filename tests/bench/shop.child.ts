/** The shop under load, in a process of its own: the local cloud, with counters of statements and round trips. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startLocalCloud } from '../../cloudfunctions/runtime/local/cloud'
import { makeStandinKeys } from '../../cloudfunctions/runtime/local/wechat-pay/keys'
import { NO_FAULTS } from '../../cloudfunctions/runtime/local/wechat-pay/faults'
import type { PaidOrder } from '../../cloudfunctions/runtime/local/wechat-pay/ledger'
import { paidNotice, signNotice } from '../../cloudfunctions/runtime/local/wechat-pay/notices'
import { epochMs } from '@/domain/time'

let [statements, roundTrips] = [0, 0]
const { query, connect } = pg.Client.prototype as unknown as Record<
  'query' | 'connect',
  (...args: unknown[]) => unknown
>
type Wire = { connection: { on(event: 'readyForQuery', heard: () => void): void } }
Object.assign(pg.Client.prototype, {
  query(this: unknown, ...args: unknown[]) {
    statements++
    return query.apply(this, args)
  },
  connect(this: Wire, ...args: unknown[]) {
    // the server says so at the end of each round trip, of the one that opens the connection too
    this.connection.on('readyForQuery', () => roundTrips++)
    return connect.apply(this, args)
  },
})

/** Imported as the shop imports it: the package is there twice, as a module and for `require`. */
const countEmbedded = async (): Promise<void> => {
  const { PGlite } = await import('@electric-sql/pglite')
  const asked = PGlite.prototype.query as (...args: unknown[]) => unknown
  Object.assign(PGlite.prototype, {
    query(this: unknown, ...args: unknown[]) {
      statements++
      return asked.apply(this, args)
    },
  })
}

type Question = { what: 'cpu' } | { what: 'notices'; orders: { number: string; totalFen: number }[] }

const main = async (): Promise<void> => {
  const startedAt = Date.now()
  const dataDir = process.env['BENCH_FOLDER'] ?? mkdtempSync(path.join(tmpdir(), 'quanji-bench-'))
  const url = process.env['BENCH_URL']
  if (!url) await countEmbedded()
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    databaseUrl: url,
    quiet: !process.env['BENCH_LOUD'],
    timers: false,
    limited: false,
  })
  process.on('message', (question: Question) => void answer(question).then((a) => process.send?.(a)))
  process.once('SIGTERM', () => {
    void cloud.stop().finally(() => {
      if (url) rmSync(dataDir, { recursive: true, force: true })
      process.exit(0)
    })
  })

  const answer = async (question: Question): Promise<unknown> => {
    if (question.what === 'cpu') {
      const { user, system } = process.cpuUsage()
      return { cpuMs: (user + system) / 1000, statements, roundTrips }
    }
    const keys = await makeStandinKeys(dataDir)
    const now = epochMs(Date.now())
    return Promise.all(
      question.orders.map(({ number, totalFen }, i) => {
        const order: PaidOrder = {
          outTradeNo: number,
          description: '草莓',
          amountFen: totalFen,
          openid: 'o-bench',
          attach: null,
          notifyUrl: `${cloud.url}/notice/pay`,
          state: 'SUCCESS',
          transactionId: `42000${now}${String(i).padStart(10, '0')}`,
          paidAt: now,
          createdAt: now,
          expiresAt: now,
          timeExpire: null,
        }
        return signNotice(keys, paidNotice(keys, order), NO_FAULTS.notice, now)
      }),
    )
  }
  process.send?.({ url: cloud.url, secret: cloud.deps.config.SESSION_SECRET, startMs: Date.now() - startedAt })
}

void main()
