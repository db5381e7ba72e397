/** Puts products on sale, takes them off or back to draft, many at once. What is not ready stays as it is and is named. */
import type { ProductStatus, staffCatalog } from '@/contract/staff-catalog'
import type { ProductId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { missingToSell } from '@/domain/stock/sku-matrix'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { drawCard, refreshFeed } from './product-letters'
import { lockForStatus, writeStatus, type StatusFacts } from './status.sql'

type Code = 'product.unknown' | 'product.not-ready'

const obstacle = (facts: StatusFacts | undefined, status: ProductStatus): Code | null => {
  if (!facts) return 'product.unknown'
  return status === 'on' && missingToSell(facts.pictures, facts.skusOnSale).length > 0 ? 'product.not-ready' : null
}

export const setStatus: UseCase<typeof staffCatalog.setStatus> = async (deps, caller, { productIds, status }) => {
  const ids = [...new Set(productIds)]
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const found = new Map((await lockForStatus(trx, deps, ids)).map((facts) => [facts.id, facts]))
    const refused: { productId: ProductId; code: Code }[] = []
    const changing: StatusFacts[] = []
    for (const productId of ids) {
      const facts = found.get(productId)
      const code = obstacle(facts, status)
      if (code) refused.push({ productId, code })
      else if (facts && facts.status !== status) changing.push(facts)
    }
    await writeStatus(
      trx,
      deps,
      changing.map((facts) => facts.id),
      status,
    )
    for (const { id, title, status: before } of changing) {
      await audit(trx, deps, caller, {
        action: 'product.setStatus',
        subject: id,
        subjectName: title,
        before: { status: before },
        after: { status },
      })
      if (status === 'on') await drawCard(trx, deps, id)
    }
    const [first] = changing.filter((facts) => facts.status === 'on' || status === 'on')
    if (first) await refreshFeed(trx, deps, first.id)
    return { changed: changing.length, refused }
  })
  forgetShop(deps)
  return ok(outcome)
}
