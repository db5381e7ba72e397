/** Opens a product page: one call, one statement of its own; what all pages share is remembered. */
import type { catalog, ProductView } from '@/contract/catalog'
import { promises } from '@/domain/delivery/promise'
import { offerFor } from '@/domain/coupon/offer-hint'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { MemberId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { claimable, hintOf } from '../coupon/claimable'
import { productFlash } from '../flash/product-flash'
import { productGroup } from '../group-buy/product-group'
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
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const row = await readProduct(deps, productId, memberId)
  return row ? ok(await productView(deps, row, memberId)) : refuse({ code: 'product.unknown' })
}

/** The page as this person sees it. A member's look is counted as a visit. */
export const productView = async (deps: Deps, row: ProductRow, memberId: MemberId | null): Promise<ProductView> => {
  const [front, related, group, flash, offers] = await Promise.all([
    shopFront(deps),
    relatedCards(deps, row),
    productGroup(deps, row.id, memberId),
    productFlash(deps, row.id),
    claimable(deps, row.had ?? []),
    memberId && noteVisit(deps, { memberId, productId: row.id }),
  ])
  return {
    id: row.id,
    title: row.title,
    subtitle: row.subtitle,
    categoryId: row.categoryId,
    pictures: row.pictures,
    tags: row.tags,
    origin: row.origin,
    unit: row.unit,
    specs: row.specs,
    skus: row.skus,
    soldCount: row.soldCount,
    description: row.description,
    isOnSale: row.isOnSale,
    promises: promises(deps.now(), front.settings, templatesFor(front, row.deliveryTemplateId)),
    pickupPoint: usualPickupPoint(front, row.lastPointId),
    related,
    cardPicture: row.cardPicture,
    cartCount: row.cartCount,
    isFavorite: row.isFavorite,
    group,
    flash,
    offer: offerOf(row, offers),
  }
}

/** By the cheapest SKU: what it does for one piece of that, it does for each. */
const offerOf = (row: ProductRow, offers: readonly CouponTemplate[]): ProductView['offer'] => {
  const [cheapest] = [...row.skus].sort((a, b) => a.priceFen - b.priceFen)
  if (!cheapest || !row.isOnSale) return null
  const goods = {
    productId: row.id,
    categoryIds: [row.categoryId, ...(row.parentCategoryId ? [row.parentCategoryId] : [])],
  }
  const offer = offerFor(goods, cheapest.priceFen, offers)
  return offer && hintOf(offer)
}

/** The product's own template goes before the store's default of its kind. */
const templatesFor = (front: ShopFrontRow, ownId: ProductRow['deliveryTemplateId']): ShopFrontRow['templates'] => {
  const own = front.templates.find((template) => template.id === ownId)
  return own ? [own, ...front.templates] : front.templates
}
