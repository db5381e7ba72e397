/** The arrangement as shoppers see it now: filled by the home screen's own query. */
import type { HomeBlock } from '@/contract/feed'
import { shopFront } from '../catalog/shop-front'
import { homeBlocks } from '../feed/home-blocks'
import type { Deps } from '../runtime/deps'
import type { PlacedBlock } from './home-block.sql'

export const previewHome = async (deps: Deps, blocks: readonly PlacedBlock[]): Promise<HomeBlock[]> => {
  const { settings } = await shopFront(deps)
  return homeBlocks(
    deps,
    blocks.filter((placed) => !placed.isHidden),
    settings,
  )
}
