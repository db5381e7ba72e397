import type { staffStore } from '@/contract/staff-store'
import { ok } from '@/domain/result'
import { cardsOf } from '../catalog/cards'
import { rowProducts } from '../feed/home-blocks'
import type { UseCase } from '../runtime/serve'
import { listBlocks } from './home-block.sql'
import { previewHome } from './preview-home'

export const showHomeBlocks: UseCase<typeof staffStore.homeBlocks> = async (deps) => {
  const blocks = await listBlocks(deps.db, deps)
  const [preview, products] = await Promise.all([previewHome(deps, blocks), cardsOf(deps, rowProducts(blocks))])
  return ok({ blocks, preview, products })
}
