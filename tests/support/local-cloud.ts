/** The local cloud for tests: a database of its own on the engine of the tier, any free port, no clock unless asked for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ActionName, CallInput, CallReply, FunctionName } from '@/contract/index'
import type { MemberId } from '@/domain/ids'
import { hostContext } from '../../cloudfunctions/runtime/host'
import { CSRF_HEADER, CSRF_VALUE, STAFF_COOKIE } from '../../cloudfunctions/runtime/http'
import { openDoor } from '../../cloudfunctions/runtime/local/doors'
import { startLocalCloud, type LocalCloudOptions } from '../../cloudfunctions/runtime/local/cloud'
import { issueSession } from '../../cloudfunctions/runtime/session'
import { freshDatabase } from './postgres'
import { builders, type StaffSeat } from './shop/builders'

/** Over HTTP nobody comes from WeChat, unless a container says so in its headers. */
export type Sender = 'stranger' | MemberId | StaffSeat

/** `through` puts something between the shop and its database, which then is a server in any tier. */
export const openLocalCloud = async (
  options: Partial<LocalCloudOptions> = {},
  through?: (url: string) => Promise<string>,
) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'quanji-cloud-'))
  const isEmbedded = !through && process.env['TEST_ENGINE'] === 'embedded'
  const clone = isEmbedded ? null : await freshDatabase()
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    databaseUrl: clone ? await (through?.(clone.url) ?? clone.url) : undefined,
    quiet: true,
    timers: false,
    ...options,
  })
  const { deps } = cloud
  await deps.db
    .insertInto('store')
    .values({ id: deps.storeId, name: '晴川里鲜食' })
    .onConflict((c) => c.doNothing())
    .execute()

  const headersOf = (as: Sender): Record<string, string> => {
    if (as === 'stranger') return {}
    if (typeof as !== 'string') return { cookie: `${STAFF_COOKIE}=${as.cookie}`, [CSRF_HEADER]: CSRF_VALUE }
    return { authorization: `Bearer ${issueSession(deps.config.SESSION_SECRET ?? '', as, deps.now())}` }
  }

  /** Any request, as it is. */
  const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${cloud.url}${url}`, { method: 'POST', body, headers })

  return {
    ...cloud,
    ...builders(deps),
    dataDir,
    post,
    call: async <F extends FunctionName, A extends ActionName<F>>(
      fn: F,
      action: A,
      input: CallInput<F, A>,
      as: Sender = 'stranger',
    ): Promise<CallReply<F, A>> => {
      const response = await post(`/cloud/${fn}`, JSON.stringify({ action, input }), headersOf(as))
      return (await response.json()) as CallReply<F, A>
    },
    /** One round of the clock. */
    runJobs: async (): Promise<void> => {
      const nobody = { openid: null, bearer: null, staffCookie: null, clientIp: null, requestId: 'clock' }
      await (
        await openDoor('jobs')
      )({ action: 'run', input: {} }, hostContext(cloud.host, { ...nobody, source: 'timer' }))
    },
    close: async (): Promise<void> => {
      await cloud.stop()
      await clone?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type TestCloud = Awaited<ReturnType<typeof openLocalCloud>>
