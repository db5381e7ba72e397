/** The home screen in one call. What everybody sees alike is remembered; a member costs one statement of their own. */
import type { feed } from '@/contract/feed'
import { ok } from '@/domain/result'
import { shopFront, usualPickupPoint } from '../catalog/shop-front'
import type { UseCase } from '../runtime/serve'
import { newestPage } from './feed-page'
import { homeBlocks } from './home-blocks'
import { homeWindow } from './home-window'
import { readerOf } from './taste'

export const openHome: UseCase<typeof feed.home> = async (deps, caller) => {
  const [reader, front, window] = await Promise.all([readerOf(deps, caller), shopFront(deps), homeWindow(deps)])
  const [blocks, page] = await Promise.all([
    homeBlocks(deps, window.blocks, front.settings),
    newestPage(deps, window, 0, reader.taste),
  ])
  const { notice = null, servicePhone = null, searchHint = '' } = front.settings
  return ok({
    store: { name: front.name, notice, servicePhone },
    pickupPoint: usualPickupPoint(front, reader.lastPointId),
    searchHint,
    blocks,
    feed: page,
    cartCount: reader.cartCount,
    isPersonal: reader.isPersonal,
  })
}
