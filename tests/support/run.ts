/**
 * `npm test`: looks which tiers are asked for, brings up only what they need (one PostgreSQL for the whole run, the
 * builds that went stale, a browser), runs jest, stops everything again and ends with one line of counts.
 *
 *   npm test                          everything
 *   npm test -- tests/domain          one tier, or any other pattern and option of jest
 *   npm test -- --no-build            take the builds as they are
 */
import { ensureBuilt } from '../../config/builds'
import { chooseBrowser } from './chromium/choose'
import { startPostgres } from './postgres/server'
import type { PostgresServer } from './postgres/server'
import { drawPictures } from './server/pictures'
import { startJest } from './run/jest'
import type { Counts, JestRun } from './run/jest'
import { makeSeededTemplate, makeTemplate } from './run/template'
import { chosenTiers, needsOf, strayTests } from './run/tiers'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

let starting: Promise<PostgresServer> | undefined
let jest: JestRun | undefined
let stopping: Promise<void> | undefined

/** Stops whatever is up, once, however often it is asked. */
const stopAll = (): Promise<void> => {
  stopping ??= (async () => {
    jest?.child.kill('SIGTERM')
    const server = await starting?.catch(() => undefined)
    await server?.stop()
  })()
  return stopping
}

const summary = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

const prepare = async (jestArguments: readonly string[], mayBuild: boolean): Promise<Record<string, string>> => {
  const stray = strayTests()
  if (stray.length > 0) throw new Error(`no tier runs these tests, move them: ${stray.join(', ')}`)
  const needs = needsOf(chosenTiers(jestArguments))
  const env: Record<string, string> = {}
  if (mayBuild) await ensureBuilt(needs.builds, say)
  if (needs.browser) env['TEST_BROWSER'] = JSON.stringify(await chooseBrowser(say))
  if (needs.seeded) await drawPictures(say)
  if (needs.postgres && !process.env['TEST_PG_URL']) {
    starting = startPostgres()
    const server = await starting
    say(`PostgreSQL ${server.version} from the ${server.from}`)
    env['TEST_PG_URL'] = await makeTemplate(server)
    if (needs.seeded) env['TEST_PG_SEEDED_URL'] = await makeSeededTemplate(server)
  }
  return env
}

const main = async (): Promise<void> => {
  const given = process.argv.slice(2)
  const jestArguments = given.filter((argument) => argument !== '--no-build')
  const mayBuild = jestArguments.length === given.length && process.env['SKIP_BUILD'] !== '1'
  let counts: Counts = { passed: 0, failed: 1, skipped: 0 }
  try {
    const env = await prepare(jestArguments, mayBuild)
    jest = startJest(jestArguments, env)
    const run = await jest.finished
    counts = run
    process.exitCode = run.failed > 0 ? 1 : run.code
  } catch (error) {
    process.exitCode = 1
    say(error instanceof Error ? error.message : String(error))
  } finally {
    await stopAll()
  }
  say(summary(counts))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(130)))
}
void main()
