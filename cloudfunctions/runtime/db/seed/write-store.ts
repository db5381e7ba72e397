/** The shop itself: settings, pick-up points, delivery templates. */
import { demoId } from '../demo-ids'
import type { Trx } from '../connect'
import type { Deps } from '../../deps'
import { deliveryTemplates, pickupPoints, storeSettings } from './catalogue/store'
import { pickupPointId } from './demo-shop'

export const writeStore = async (trx: Trx, { storeId, now }: Deps): Promise<void> => {
  const { name, ...settings } = storeSettings
  await trx
    .insertInto('store')
    .values({ id: storeId, name, settings: JSON.stringify(settings), created_at: new Date(now()) })
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('pickup_point')
    .values(
      pickupPoints.map(({ slug, leader: _, keeperPhone, walkMinutes, ...point }, position) => ({
        ...point,
        store_id: storeId,
        id: pickupPointId(slug),
        keeper_phone: keeperPhone,
        walk_minutes: walkMinutes,
        position,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('delivery_template')
    .values(
      deliveryTemplates.map(({ slug, name: templateName, ...template }) => ({
        store_id: storeId,
        id: demoId('dlv', slug),
        name: templateName,
        template: JSON.stringify(template),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}
