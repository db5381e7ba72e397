/**
 * A PostgreSQL server of our own, in a temporary folder, gone when the run is. Settings give up durability, which only a
 * throw-away server may; a bench passes its own.
 */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findPostgres } from './binaries'
import type { Binaries } from './binaries'
import { FOLDER, removeLeftovers } from './leftovers'
import { ordinaryUser } from './ordinary-user'
import type { User } from './ordinary-user'
import { copyPackaged } from './packaged'

export type PostgresServer = {
  /** URL of one of its databases; `postgres` is the one that always exists. */
  urlOf: (database: string) => string
  version: string
  from: Binaries['from']
  /** Of the postmaster; its children do the work. */
  pid: number | undefined
  stop: () => Promise<void>
  /** The server goes, its data stay. */
  halt: () => Promise<void>
  /** And comes back under the same address. */
  resume: () => Promise<void>
}

/** Nothing here is worth a disk write: the folder is deleted at the end. */
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
const ALWAYS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', timezone: 'UTC' }

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** What a child needs to run as `user`: English log lines (we read them), a folder it may stand in. */
const childOptions = (cwd: string, user: User | undefined) => {
  const { PATH = '', SystemRoot = '' } = process.env
  return { cwd, env: { PATH, SystemRoot, LC_ALL: 'C', TZ: 'UTC' } as NodeJS.ProcessEnv, ...user }
}

const makeFolder = (user: User | undefined): string => {
  const folder = mkdtempSync(path.join(tmpdir(), `${FOLDER}${process.pid}-`))
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o755)
  return folder
}

const initialise = (bin: string, folder: string, user: User | undefined): void => {
  const args = [
    '-D',
    path.join(folder, 'data'),
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ]
  const { status, error, stderr } = spawnSync(path.join(bin, 'initdb'), args, childOptions(folder, user))
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? String(stderr)}`)
}

const whenReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let log = ''
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log.slice(-2000)}`)))
    child.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 10_000) log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
    })
  })

/** Starts a server on a free port of loopback. It is stopped at the latest when this process ends. */
export const startPostgres = async (settings: Record<string, string> = THROW_AWAY): Promise<PostgresServer> => {
  removeLeftovers()
  const { bin: found, version, from } = findPostgres()
  const user = ordinaryUser()
  const folder = makeFolder(user)
  const bin = from === 'package' ? copyPackaged(found, path.join(folder, 'server')) : found
  mkdirSync(path.join(folder, 'data'), { mode: 0o700 })
  if (user) chownSync(path.join(folder, 'data'), user.uid, user.gid)
  initialise(bin, folder, user)

  const port = await freePort()
  const flags = Object.entries({ ...ALWAYS, ...settings, port: String(port) }).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const launch = () => {
    const child = spawn(path.join(bin, 'postgres'), ['-D', path.join(folder, 'data'), ...flags], {
      ...childOptions(folder, user),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return { child, exited: new Promise<void>((resolve) => child.once('exit', () => resolve())) }
  }
  let running = launch()
  const quit = () => void running.child.kill('SIGQUIT')
  const halt = async (): Promise<void> => {
    quit()
    await running.exited
  }
  process.once('exit', quit)
  await whenReady(running.child)

  return {
    urlOf: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    version,
    from,
    pid: running.child.pid,
    halt,
    resume: async () => {
      running = launch()
      await whenReady(running.child)
    },
    stop: async () => {
      process.off('exit', quit)
      await halt()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
