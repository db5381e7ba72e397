/** How the shop is set up: store facts, delivery templates, pick-up points and the blocks of the home screen. */
import * as z from 'zod'
import { action, fenIn, idOf, none, words, wordsOrNone } from './define'
import { pictureIn } from './staff-catalog'
import type { HomeBlock } from './feed'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import type { DeliveryTemplateId } from '@/domain/ids'
import type { ProductCard, PickupPointView } from './views'

export type StaffPickupPoint = PickupPointView & { isClosed: boolean; keeperPhone: string | null; toPickUp: number }

const targetIn = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('product'), id: idOf('prd') }),
  z.strictObject({ to: z.literal('category'), id: idOf('cat') }),
  z.strictObject({ to: z.literal('search'), text: words(40) }),
  z.strictObject({ to: z.literal('community') }),
  z.strictObject({ to: z.literal('coupons') }),
  z.strictObject({ to: z.literal('flash') }),
  z.strictObject({ to: z.literal('none') }),
])

/** Stored form of a home block: references, not copies; the home screen's query fills in today's facts. */
export const blockIn = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('banner'),
    badge: wordsOrNone(16).nullable(),
    title: words(20),
    subtitle: wordsOrNone(30).nullable(),
    picture: pictureIn.nullable(),
    target: targetIn,
  }),
  z.strictObject({
    kind: z.literal('shortcuts'),
    items: z
      .array(z.strictObject({ title: words(6), picture: pictureIn, target: targetIn }))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    kind: z.literal('product-row'),
    title: words(16),
    subtitle: wordsOrNone(24).nullable(),
    productIds: z.array(idOf('prd')).min(1).max(12),
    target: targetIn,
  }),
])
export type StoredBlock = z.output<typeof blockIn>

const templateIn = z.strictObject({
  name: words(20),
  kind: z.enum(['local', 'express']),
  feeFen: fenIn(0, 100_000),
  freeOverFen: fenIn(1, 100_000_000).nullable(),
  /** Provinces or cities with their own fee; the first match wins; `feeFen: null` = not delivered there. */
  areas: z
    .array(
      z.strictObject({
        names: z.array(words(20)).min(1).max(40),
        feeFen: fenIn(0, 100_000).nullable(),
        freeOverFen: fenIn(1, 100_000_000).nullable(),
      }),
    )
    .max(40),
  /** Where it applies at all; empty = everywhere. For `local` the districts that the courier reaches. */
  within: z.array(words(20)).max(100),
})

export type StoreSettings = {
  name: string
  notice: string | null
  servicePhone: string | null
  searchHint: string
  lowStockAt: number
  orderBeforeMinute: number
  readyFromMinute: number
  readyUntilMinute: number
}

export const staffStore = {
  settings: action<StoreSettings>()('staff:store.read', none),
  saveSettings: action<StoreSettings>()(
    'staff:store.write',
    z.strictObject({
      name: words(20),
      notice: wordsOrNone(60).nullable(),
      servicePhone: z
        .string()
        .regex(/^[0-9-]{5,20}$/)
        .nullable(),
      searchHint: words(20),
      lowStockAt: z.int().min(0).max(999),
      /** Minutes of the day (UTC+8): order before, ready from, ready until. */
      orderBeforeMinute: z.int().min(0).max(1439),
      readyFromMinute: z.int().min(0).max(1439),
      readyUntilMinute: z.int().min(0).max(1439),
    }),
  ),
  deliveryTemplates: action<{ templates: readonly (DeliveryTemplate & { id: DeliveryTemplateId; name: string })[] }>()(
    'staff:store.read',
    none,
  ),
  saveDeliveryTemplate: action<
    { templates: readonly (DeliveryTemplate & { id: DeliveryTemplateId; name: string })[] },
    { code: 'template.unknown' }
  >()('staff:store.write', z.strictObject({ id: idOf('dlv').optional(), template: templateIn })),
  removeDeliveryTemplate: action<
    { templates: readonly (DeliveryTemplate & { id: DeliveryTemplateId; name: string })[] },
    { code: 'template.unknown' } | { code: 'template.in-use'; products: number }
  >()('staff:store.write', z.strictObject({ id: idOf('dlv') })),
  pickupPoints: action<{ points: readonly StaffPickupPoint[] }>()('staff:store.read', none),
  savePickupPoint: action<
    { points: readonly StaffPickupPoint[] },
    | { code: 'pickup-point.unknown' }
    /** Who sees some pick-up points only adds none. */
    | { code: 'pickup-point.out-of-scope' }
    | { code: 'pickup-point.has-orders'; toPickUp: number }
  >()(
    'staff:store.write',
    z.strictObject({
      id: idOf('pup').optional(),
      name: words(20),
      keeper: words(20),
      keeperPhone: z
        .string()
        .regex(/^1[3-9]\d{9}$/)
        .nullable(),
      address: words(80),
      hours: words(30),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      walkMinutes: z.int().min(0).max(120).nullable(),
      isClosed: z.boolean().default(false),
    }),
  ),
  homeBlocks: action<{
    blocks: readonly { id: string; block: StoredBlock; isHidden: boolean }[]
    preview: readonly HomeBlock[]
    products: readonly ProductCard[]
  }>()('staff:store.read', none),
  /** Replaces the whole arrangement, top to bottom. */
  saveHomeBlocks: action<
    { preview: readonly HomeBlock[] },
    { code: 'product.unknown'; productId: string } | { code: 'category.unknown'; categoryId: string }
  >()(
    'staff:store.write',
    z.strictObject({
      blocks: z.array(z.strictObject({ block: blockIn, isHidden: z.boolean().default(false) })).max(20),
    }),
  ),
}
