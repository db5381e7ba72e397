/** The lock beside the embedded database: one process a folder, and a dead one's lock is no lock. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FolderLocked, lockFolder } from '../../cloudfunctions/runtime/db/folder-lock'

const ROOT = path.resolve(__dirname, '../..')
let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'quanji-lock-'))
  folder = path.join(parent, 'database')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const lockFile = (): string => `${folder}.lock`

/** A process of its own that takes the lock, says what came of it and, if told, stays. */
const other = (stay: boolean): ChildProcess => {
  const script = `
    const { lockFolder } = require('./cloudfunctions/runtime/db/folder-lock')
    try { lockFolder(${JSON.stringify(folder)}); process.stdout.write('locked\\n') } catch (e) { process.stdout.write(e.constructor.name + '\\n') }
    ${stay ? 'setInterval(() => {}, 1000)' : ''}`
  return spawn(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
const said = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())))
const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()))

test('the folder is ours until we let go', () => {
  const unlock = lockFolder(folder)
  expect(readFileSync(lockFile(), 'utf8')).toBe(String(process.pid))
  unlock()
  expect(existsSync(lockFile())).toBe(false)
})

test('the same process can’t open it twice either', () => {
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(FolderLocked)
  expect(existsSync(lockFile())).toBe(true)
  unlock()
  lockFolder(folder)()
})

test('a lock with our own number that we never took is an old container’s', () => {
  writeFileSync(lockFile(), String(process.pid))
  lockFolder(folder)()
})

test('a second process is refused and told who has it; once we let go it may have it', async () => {
  const unlock = lockFolder(folder)
  const refused = other(false)
  expect(await said(refused)).toBe('FolderLocked')
  await ended(refused)
  expect(existsSync(lockFile())).toBe(true)
  unlock()
  expect(await said(other(false))).toBe('locked')
})

test('while another process has it we are refused with its number', async () => {
  const holder = other(true)
  expect(await said(holder)).toBe('locked')
  expect(() => lockFolder(folder)).toThrow(FolderLocked)
  expect(() => lockFolder(folder)).toThrow(String(holder.pid))
  holder.kill('SIGTERM')
  await ended(holder)
})

test('a process that was killed outright leaves a lock that holds nobody up', async () => {
  const holder = other(true)
  expect(await said(holder)).toBe('locked')
  holder.kill('SIGKILL')
  await ended(holder)
  expect(existsSync(lockFile())).toBe(true)
  lockFolder(folder)()
})

test('an empty or torn lock file is nobody’s', () => {
  const { pid = 0 } = spawnSync(process.execPath, ['-e', ''])
  for (const content of ['', 'not a number', String(pid)]) {
    writeFileSync(lockFile(), content)
    lockFolder(folder)()
  }
})
