/**
 * The local cloud in a process of its own, for tests and measures: told over IPC how to start, answers with its URL, and
 * ends when whoever started it does.
 */
import { startLocalCloud } from '../../../cloudfunctions/runtime/local/cloud'
import { seedDemo } from '../../../cloudfunctions/runtime/db/seed/seed-demo'
import type { Deps } from '../../../cloudfunctions/runtime/deps'
import { linkPictures } from './pictures'

export type ServerOrder = {
  dataDir: string
  databaseUrl: string | null
  container: boolean
  seeded: boolean
  port: number
}
export type ServerAnswer = { url: string } | { error: string }

const answer = (message: ServerAnswer): void => void process.send?.(message)

const serve = async ({ dataDir, databaseUrl, container, seeded, port }: ServerOrder): Promise<void> => {
  const prepare = async (deps: Deps): Promise<void> => {
    await seedDemo(deps)
    linkPictures(dataDir)
  }
  const cloud = await startLocalCloud({
    port,
    dataDir,
    databaseUrl: databaseUrl ?? undefined,
    container,
    quiet: true,
    ...(seeded ? { prepare } : {}),
  })
  const stop = () => void cloud.stop().finally(() => process.exit())
  process.once('disconnect', stop)
  process.once('SIGTERM', stop)
  answer({ url: cloud.url })
}

process.once('message', (order: ServerOrder) => {
  serve(order).catch((error: unknown) => {
    answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    process.exit(1)
  })
})
