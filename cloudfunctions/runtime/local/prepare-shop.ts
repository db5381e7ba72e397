/** Before the doors open: the demo gets its goods, people and past at its first start; a real shop gets its owner. */
import { join } from 'node:path'
import { createFirstOwner } from '../../staff/create-first-owner'
import { demoColleagues } from '../../staff/demo-people'
import { PICTURE_FOLDER } from '../db/seed/demo-shop'
import { drawCatalogue } from '../db/seed/pictures/draw-catalogue'
import { seedDemo } from '../db/seed/seed-demo'
import type { Deps } from '../deps'
import { filesFolder } from './open-world'
import type { Progress } from './progress'

/** How the staff get in; null where they know already. */
export type Opening = { readonly username: string; readonly password: string; readonly isDemo: boolean } | null

export const prepareShop = async (deps: Deps, dataDir: string, say: Progress): Promise<Opening> => {
  if (!deps.config.isDemo) return openRealShop(deps)
  if (!(await hasStore(deps))) await seedDemo(deps, (line) => say.line(line))
  const done = (of: { done: number; total: number }) => say.count('画商品图 · drawing pictures', of.done, of.total)
  const { drawn, milliseconds } = await drawCatalogue(join(filesFolder(dataDir), PICTURE_FOLDER), done)
  if (drawn > 0) say.line(`商品图画好了 · pictures drawn in ${(milliseconds / 1000).toFixed(1)} s`)
  const [{ username, password }] = demoColleagues
  return { username, password, isDemo: true }
}

const hasStore = async (deps: Deps): Promise<boolean> =>
  (await deps.db.selectFrom('store').select('id').where('id', '=', deps.storeId).executeTakeFirst()) !== undefined

const openRealShop = async (deps: Deps): Promise<Opening> => {
  await deps.db
    .insertInto('store')
    .values({ id: deps.storeId, name: '我的小店', created_at: new Date(deps.now()) })
    .onConflict((c) => c.doNothing())
    .execute()
  const owner = await createFirstOwner(deps)
  return owner && { username: owner.username, password: owner.oneTimePassword, isDemo: false }
}
