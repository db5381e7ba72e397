/** Opens a product page: one call, one statement of its own; what all pages share is remembered. */
import type { catalog, ProductView } from '@/contract/catalog'
import { promises } from '@/domain/delivery/promise'
import type { MemberId, ProductId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { gather } from './gather'
import { readProduct, type ProductRow } from './product.sql'
import { relatedCards } from './related'
import { shopFront, usualPickupPoint } from './shop-front'
import type { ShopFrontRow } from './shop-front.sql'
import { countVisits, type Visit } from './visit.sql'

const noteVisit = gather<Visit>(countVisits)

export const openProduct: UseCase<typeof catalog.product> = async (deps, caller, { productId }) => {
  const view = await productView(deps, productId, caller.kind === 'member' ? caller.memberId : null)
  return view ? ok(view) : refuse({ code: 'product.unknown' })
}

/** The page as this person sees it, or null if there is no such product. A member's look is counted as a visit. */
export const productView = async (
  deps: Deps,
  productId: ProductId,
  memberId: MemberId | null,
): Promise<ProductView | null> => {
  const [row, front] = await Promise.all([readProduct(deps, productId, memberId), shopFront(deps)])
  if (!row) return null
  const [related] = await Promise.all([relatedCards(deps, row), memberId && noteVisit(deps, { memberId, productId })])
  const { deliveryTemplateId, lastPointId, ...shown } = row
  return {
    ...shown,
    promises: promises(deps.now(), front.settings, templatesFor(front, deliveryTemplateId)),
    pickupPoint: usualPickupPoint(front, lastPointId),
    related,
  }
}

/** The product's own template goes before the store's default of its kind. */
const templatesFor = (front: ShopFrontRow, ownId: ProductRow['deliveryTemplateId']): ShopFrontRow['templates'] => {
  const own = front.templates.find((template) => template.id === ownId)
  return own ? [own, ...front.templates] : front.templates
}
