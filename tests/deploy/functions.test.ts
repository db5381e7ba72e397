/** Every function as it will be uploaded: alone, in a fresh Node, asked by a stranger. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Contract } from '@/contract/define'
import { besideBudget, budgets } from '../bench/size/budgets'
import { FUNCTIONS, functionNames, functionSize, probe } from './probe'

const ROOT = path.resolve(__dirname, '../..')

/** Settings a function can't start without; the database is a port that nobody serves. */
const CLOUD_ENV = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
  SESSION_SECRET: 'only-for-the-probe-only-for-the-probe',
}

const read = (...parts: string[]): string => readFileSync(path.join(FUNCTIONS, ...parts), 'utf8')

const contractOf = (name: string): Contract => {
  const exported = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const module = jest.requireActual<Record<string, Contract>>(`@/contract/${name}`)
  const contract = module[exported]
  if (!contract) throw new Error(`src/contract/${name}.ts does not export ${exported}`)
  return contract
}

/** An action that not just anyone may call, with what a forger would add to the event. */
const forged = (action: string) => ({ action, input: {}, userInfo: { openId: 'o-forged' }, openid: 'o-forged' })

const names = functionNames()

test('every door of the tree was bundled', () => {
  const doors = readdirSync(path.join(ROOT, 'cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'runtime')
    .map((entry) => entry.name)
  expect(names).toEqual(doors.sort())
})

describe.each(names)('%s', (name) => {
  test('loads with an empty environment and exports main', async () => {
    expect(await probe(name, [])).toMatchObject({ exported: 'function' })
  })

  test('refuses an action it does not know', async () => {
    const { replies } = await probe(name, [{ action: 'no-such-action' }, {}, { action: '__proto__' }], CLOUD_ENV)
    const refusal = { ok: false, refusal: { code: 'action.unknown' } }
    expect(replies).toEqual([refusal, refusal, refusal])
  })

  test('refuses a caller without identity, whatever the event claims', async () => {
    const contract = contractOf(name)
    const guarded = Object.keys(contract).filter((action) => contract[action]?.who !== 'anyone')
    const { replies } = await probe(name, guarded.map(forged), CLOUD_ENV)
    for (const [n, reply] of replies.entries()) {
      expect({ action: guarded[n], reply }).toMatchObject({ reply: { ok: false, refusal: { code: /required$/ } } })
    }
  })

  test('weighs no more than its budget', () => {
    const { bytes, besideBytes } = functionSize(name)
    expect(bytes).toBeLessThanOrEqual(budgets.functionBytes.budget)
    expect(besideBytes).toBeLessThanOrEqual(besideBudget(name).budget)
  })

  test('holds no screen, no stand-in, no demo goods and no secret', () => {
    const { inputs } = JSON.parse(readFileSync(path.join(ROOT, `dist/report/functions/${name}.json`), 'utf8')) as {
      inputs: Record<string, unknown>
    }
    const strangers =
      /^src\/(?!domain\/|contract\/)|^tests\/|runtime\/(local|db\/seed)\/|node_modules\/(react-dom|@tarojs)\//
    expect(Object.keys(inputs).filter((file) => strangers.test(file))).toEqual([])
    const code = read(name, 'index.js')
    expect(code).not.toMatch(/-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[\w+/]{40}/)
    expect(code).not.toMatch(/\bAKID[A-Za-z0-9]{20,}|\b(secretKey|appSecret|apiV3Key)["']?:\s*["'][\w-]{16,}["']/)
  })

  test('says what the platform has to know of it', () => {
    const manifest = JSON.parse(read(name, 'package.json')) as Record<string, unknown>
    expect(manifest).toMatchObject({ name, main: 'index.js', version: expect.any(String) as string })
    const config = JSON.parse(read(name, 'config.json')) as { permissions: { openapi: unknown }; triggers?: unknown[] }
    expect(Array.isArray(config.permissions.openapi)).toBe(true)
    // the platform takes one timer a function, silently
    expect((config.triggers ?? []).length).toBeLessThanOrEqual(1)
  })
})
