/**
 * The local cloud: the deployed doors, the database, the clock, both stand-ins and the pages in one process on loopback.
 * The same thing with `container: true` is the service for CloudBase Run.
 */
import { join } from 'node:path'
import Fastify from 'fastify'
import type { Database } from '../db/connect'
import { depsFrom, type World } from '../deps-from'
import type { Deps } from '../deps'
import type { Host } from '../host'
import { bookPastPayments } from './book-past-payments'
import { freePort } from './free-port'
import { gateway, newRequestId } from './gateway'
import { health } from './health'
import { localHost } from './host'
import { filesFolder, openDatabase, openWorld } from './open-world'
import { pages } from './pages'
import { rateLimit } from './rate-limit'
import { rawRoutes } from './raw-routes'
import { openDesks, PAY_MOUNT, WECHAT_MOUNT, type Desks } from './standins'
import { pushInto, startTimers } from './timers'

export type LocalCloudOptions = {
  /** 0 = any free one. */
  readonly port: number
  readonly dataDir: string
  /** A PostgreSQL server in place of the embedded database. */
  readonly databaseUrl?: string | undefined
  /** Logs nothing. */
  readonly quiet?: boolean
  /** Runs once the database is migrated and before anybody is served. */
  readonly prepare?: (deps: Deps) => Promise<void>
  /** Behind CloudBase Run: identity from `X-WX-OPENID`, open to the network. */
  readonly container?: boolean
  readonly limited?: boolean
  /** False = the test turns the clock by opening the doors itself. */
  readonly timers?: boolean
  readonly timeFactor?: number
  readonly dist?: string
  readonly env?: NodeJS.ProcessEnv
}

export type LocalCloud = {
  /** `http://127.0.0.1:8080`, no slash at the end. */
  readonly url: string
  readonly host: Host
  readonly deps: Deps
  readonly database: Database
  /** The stand-ins' desks, for tests to play WeChat; null where the lines go to the real one. */
  readonly desks: Desks | null
  /** Ends the rounds under way, answers what was asked, closes the database. */
  stop(): Promise<void>
}

const DIST = join(__dirname, '../../../dist')
/** Requests still running after this long at a stop are cut off. */
const GRACE_MS = 3_000

export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const { dataDir, container = false } = options
  const port = options.port === 0 ? await freePort() : options.port
  const url = `http://127.0.0.1:${port}`
  const database = await openDatabase(dataDir, options.databaseUrl)
  try {
    const { world, keys } = await openWorld(database, { ...options, url })
    const deps = depsFrom(world)({ requestId: 'start', clientIp: null })
    await options.prepare?.(deps)
    if (keys) await bookPastPayments(database, world.storeId, dataDir, `${url}/notice/pay`)
    const host = localHost(world)
    const desks = keys && openDesks({ keys, dataDir, url, push: pushInto(host), timeFactor: options.timeFactor })
    const app = await listen(options, world, host, desks, { port, address: container ? '0.0.0.0' : '127.0.0.1' })
    const stopTimers = options.timers === false ? null : await startTimers(host)
    return {
      url,
      host,
      deps,
      database,
      desks,
      stop: async () => {
        await stopTimers?.()
        const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS)
        await app.close()
        clearTimeout(cut)
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

type Place = { readonly port: number; readonly address: string }

const listen = async (options: LocalCloudOptions, world: World, host: Host, desks: Desks | null, place: Place) => {
  const { container = false, limited = false, dist = DIST, dataDir } = options
  const app = Fastify({ genReqId: newRequestId, routerOptions: { ignoreTrailingSlash: false } })
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain; charset=utf-8').send('not found'))
  app.register(health(world.database))
  app.register(gateway({ host, container, limit: limited ? rateLimit() : null }))
  app.register(rawRoutes(host))
  if (desks) {
    app.register(desks.pay.plugin, { prefix: PAY_MOUNT })
    app.register(desks.wechat.plugin, { prefix: WECHAT_MOUNT })
  }
  app.register(pages({ h5: join(dist, 'h5'), admin: join(dist, 'admin'), files: filesFolder(dataDir) }))
  await app.listen({ port: place.port, host: place.address })
  return app
}
