/** A member's favourites that are on sale now. */
import type { catalog } from '@/contract/catalog'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { cardPage } from './card-page'
import { readFavorites } from './favorite.sql'
import { readListCursor } from './list-cursor'

export const listFavorites: UseCase<typeof catalog.favorites> = async (deps, { memberId }, { cursor }) =>
  ok(await cardPage(deps, await readFavorites(deps, memberId, readListCursor(cursor, 1))))
