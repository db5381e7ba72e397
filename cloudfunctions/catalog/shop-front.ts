/** The shop front, at most a second old. */
import type { PickupPointView } from '@/contract/views'
import type { Deps } from '../runtime/deps'
import { readShopFront, type ShopFrontRow } from './shop-front.sql'
import { FRESH, remembered } from './shop-memory'

export const shopFront = (deps: Deps): Promise<ShopFrontRow> =>
  remembered(deps, 'shop-front', FRESH, async () => {
    const front = await readShopFront(deps)
    if (!front) throw new Error(`there is no store ${deps.storeId}`)
    return front
  })

/** Where the member collected last, else the first open point. */
export const usualPickupPoint = (front: ShopFrontRow, lastPointId: string | null): PickupPointView | null =>
  front.pickupPoints.find((point) => point.id === lastPointId) ?? front.pickupPoints[0] ?? null
