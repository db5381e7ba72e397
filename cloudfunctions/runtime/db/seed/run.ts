/** `npm run seed`: fills the database of `DATA_DIR` or `DATABASE_URL` with the demo shop, pictures included. */
import { join } from 'node:path'
import { depsFrom } from '../../deps-from'
import { filesFolder, openDatabase, openWorld } from '../../local/open-world'
import { FolderLocked } from '../folder-lock'
import { PICTURE_FOLDER } from './demo-shop'
import { drawCatalogue } from './pictures/draw-catalogue'
import { seedDemo } from './seed-demo'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const main = async (): Promise<void> => {
  const dataDir = process.env['DATA_DIR'] ?? '.data'
  const database = await openDatabase(dataDir, process.env['DATABASE_URL'])
  try {
    const { world } = await openWorld(database, { dataDir, url: 'http://127.0.0.1:8080' })
    const { isNew } = await seedDemo(depsFrom(world)({ requestId: 'seed', clientIp: null }), (line) => say(`· ${line}`))
    const { drawn, kept } = await drawCatalogue(join(filesFolder(dataDir), PICTURE_FOLDER))
    say(`pictures: ${drawn} drawn, ${kept} kept`)
    say(isNew ? 'the demo shop is in place' : 'the demo shop was there already; its stock and orders were left alone')
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  process.exitCode = 1
  if (!(error instanceof FolderLocked)) throw error
  say(
    `数据库正被另一个进程使用（${error.pid}），先把它停下 · the database is open in process ${error.pid}, stop it first`,
  )
})
