/** A running shop for tests that need one over HTTP: browser, bench, first screens. One call starts it, one ends it. */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ServerAnswer, ServerOrder } from './server/program'
import type { CloudFunction } from './weapp/wx'

export type ShopServer = {
  /** `http://127.0.0.1:40123`, without a slash at the end. */
  url: string
  dataDir: string
  stop: () => Promise<void>
  /** SIGKILL: nothing is ended, nothing is closed. */
  kill: () => Promise<void>
}

export type ServerOptions = {
  /** A real PostgreSQL (`freshDatabase()`); else the embedded one. */
  databaseUrl?: string
  /** With the demo shop in it. Default: yes. */
  seeded?: boolean
  /** As behind CloudBase Run: `X-WX-OPENID` beside `X-WX-SOURCE` says who calls. */
  container?: boolean
  /** A folder of the caller's, which stays; for a shop that is opened again. Default: one of its own, which goes. */
  dataDir?: string
  /** Default: any free one. */
  port?: number
}

const PROGRAM = path.join(__dirname, 'server/program.ts')

const answerOf = (child: ReturnType<typeof fork>): Promise<ServerAnswer> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as ServerAnswer))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the shop ended with ${code} before it was open`)))
  })

/** Starts the local cloud in a child process with a data folder of its own, which goes with it. */
export const startServer = async (options: ServerOptions = {}): Promise<ShopServer> => {
  const { databaseUrl = null, seeded = true, container = false, port = 0 } = options
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'quanji-shop-'))
  const child = fork(PROGRAM, [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect()
    await exited
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await exited
  }
  child.send({ dataDir, databaseUrl, seeded, container, port } satisfies ServerOrder)
  try {
    const answer = await answerOf(child)
    if ('error' in answer) throw new Error(answer.error)
    return { url: answer.url, dataDir, stop, kill }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Calls a `container` server the way WeChat does for the member with this openid; for `createHost({ cloud })`. */
export const asWechat =
  (url: string, openid: string): CloudFunction =>
  async (name, data) => {
    const response = await fetch(`${url}/cloud/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-source': 'wx_client', 'x-wx-openid': openid },
      body: JSON.stringify(data),
    })
    return response.json()
  }
