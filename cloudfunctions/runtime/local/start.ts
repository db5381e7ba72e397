/**
 * `npm start`: builds what is missing, opens the shop and says where it is. `PORT`, `DATA_DIR` and `DATABASE_URL` move it;
 * `QUANJI_MODE=production` opens an empty shop instead of the demo; `QUANJI_CONTAINER=on` is for CloudBase Run.
 */
import { startLocalCloud, type LocalCloud } from './cloud'
import { ensurePages, watchPages } from './pages-build'
import { isPortFree } from './free-port'
import { prepareShop, type Opening } from './prepare-shop'
import { progress } from './progress'
import { explainFailure, welcome } from './words'

const say = progress((text) => void process.stdout.write(text), process.stdout.isTTY === true)

const main = async (): Promise<void> => {
  const startedAt = performance.now()
  const { env } = process
  const [port, dataDir] = [Number(env['PORT'] ?? 8080), env['DATA_DIR'] ?? '.data']
  if (!(await isPortFree(port))) throw Object.assign(new Error('port taken'), { code: 'EADDRINUSE', port })
  let opening: Opening | null = null
  const cloud = await startLocalCloud({
    port,
    dataDir,
    databaseUrl: env['DATABASE_URL'],
    container: env['QUANJI_CONTAINER'] === 'on',
    limited: true,
    prepare: async (deps) => {
      const pages = ensurePages((line) => say.line(line))
      // both are told before either may fail: a broken build must not leave a half-seeded shop behind
      const [seeded, built] = await Promise.allSettled([prepareShop(deps, dataDir, say), pages])
      for (const result of [seeded, built]) if (result.status === 'rejected') throw result.reason
      if (seeded.status === 'fulfilled') opening = seeded.value
    },
  })
  const watching = process.argv.includes('--watch') ? watchPages((line) => say.line(line)) : null
  stopOnSignal(cloud, () => watching?.close())
  say.line(
    welcome({
      port: new URL(cloud.url).port,
      dataDir,
      opening,
      isEmbedded: cloud.database.isEmbedded,
      seconds: since(startedAt),
    }),
  )
}

const since = (at: number): string => ((performance.now() - at) / 1000).toFixed(1)

/** The first signal lets what is under way end; a second one doesn't. */
const stopOnSignal = (cloud: LocalCloud, alsoStop: () => void): void => {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(130)
      isStopping = true
      alsoStop()
      void cloud.stop().then(() => process.exit(0))
    })
  }
}

main().catch((error: unknown) => {
  process.stdout.write(`${explainFailure(error)}\n`)
  process.exit(1)
})
