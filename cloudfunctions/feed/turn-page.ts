/** The next page of the feed. A cursor that nobody here wrote starts anew. */
import type { feed } from '@/contract/feed'
import { readCursor } from '@/domain/feed/cursor'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { feedPage } from './feed-page'
import { readerOf } from './taste'

const START = { generation: 0, position: 0 }

export const turnPage: UseCase<typeof feed.page> = async (deps, caller, { cursor }) => {
  const { taste } = await readerOf(deps, caller)
  return ok(await feedPage(deps, readCursor(cursor) ?? START, taste))
}
