/** The demo's coupons, promotions and flash sales, and with the past also what its people hold and have earned. */
import { sql } from 'kysely'
import { validityFrom } from '@/domain/coupon/template'
import type { CouponTerms } from '@/domain/coupon/terms'
import { fen } from '@/domain/money'
import type { Scope } from '@/domain/promotion/scope'
import { DAY, dayStart, dayText, HOUR, later, type EpochMs } from '@/domain/time'
import type { Deps } from '../../deps'
import type { Trx } from '../connect'
import { demoId, demoMemberId } from '../demo-ids'
import { codes, flashItems, held, slots, templates, type DemoScope, type DemoTemplate } from './catalogue/deals'
import { inChunks } from './chunks'
import { categoryId, productId, productOf, skuId } from './demo-shop'

/** As long as the campaigns of the demo run. */
const DAYS_AHEAD = 60

const templateId = (slug: string) => demoId('ctp', slug)

/** What is there stays as staff left it. */
export const writeDeals = async (trx: Trx, deps: Deps): Promise<void> => {
  const now = deps.now()
  const today = dayStart(now)
  await trx
    .insertInto('coupon_template')
    .values(templates.map((template, position) => templateRow(deps.storeId, template, position, today)))
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('coupon_code')
    .values(
      codes.map(({ code, template }) => ({
        store_id: deps.storeId,
        code,
        template_id: templateId(template),
        batch: '开业卡',
        created_at: new Date(today),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('promotion')
    .values(promotionRows(deps.storeId, today))
    .onConflict((c) => c.doNothing())
    .execute()
  await writeFlash(trx, deps.storeId, today)
}

const scopeOf = (scope: DemoScope): Scope => {
  if (scope.kind === 'all') return scope
  return scope.kind === 'categories'
    ? { kind: scope.kind, ids: scope.slugs.map(categoryId) }
    : { kind: scope.kind, ids: scope.slugs.map(productId) }
}

const termsOf = ({ offer, overFen, scope, combines }: DemoTemplate): CouponTerms => ({
  offer,
  thresholdFen: fen(overFen),
  scope: scopeOf(scope),
  combines,
})

const templateRow = (storeId: string, template: DemoTemplate, position: number, today: EpochMs) => {
  const { slug, name, isClaimable, days, perPerson, budget, fromHour } = template
  return {
    store_id: storeId,
    id: templateId(slug),
    name,
    terms: JSON.stringify(termsOf(template)),
    status: 'live' as const,
    is_claimable: isClaimable,
    claim_from: fromHour === undefined ? null : new Date(later(today, fromHour * HOUR)),
    valid_days: days,
    budget,
    issued: held.filter((each) => each.template === slug).length,
    per_person: perPerson,
    position,
    created_at: new Date(later(today, -10 * DAY)),
    updated_at: new Date(later(today, -10 * DAY)),
  }
}

const promotionRows = (storeId: string, today: EpochMs) => {
  const dates = {
    starts_at: new Date(later(today, -DAY)),
    ends_at: new Date(later(today, DAYS_AHEAD * DAY)),
    created_at: new Date(later(today, -2 * DAY)),
    updated_at: new Date(later(today, -2 * DAY)),
  }
  const milk = {
    kind: 'line' as const,
    scope: { kind: 'products' as const, ids: [productId('fresh-milk')] },
    deal: { kind: 'nth' as const, nth: 2, offBp: 5000 },
    pool: 'sku' as const,
    mostTimes: 2,
    combines: [],
  }
  const over99 = {
    kind: 'order' as const,
    scope: { kind: 'all' as const },
    tiers: [
      { overFen: fen(9900), offFen: fen(1000) },
      { overFen: fen(19_900), offFen: fen(2500) },
    ],
    combines: ['line' as const],
  }
  const row = (slug: string, name: string, body: typeof milk | typeof over99, position: number) => ({
    ...{ store_id: storeId, id: demoId('prm', slug), name, body: JSON.stringify(body), position },
    ...dates,
    status: 'live' as const,
  })
  return [row('milk-second-half', '第二件半价', milk, 0), row('over-99', '满 ¥99 减 ¥10', over99, 1)]
}

/** One SKU a product: the first one, a little cheaper than any other price of it. */
const flashSku = (slug: string) => {
  const product = productOf(slug)
  const [sku] = product.skus
  if (!sku) throw new Error(`${slug} has no SKU`)
  return { id: skuId(product, sku), leastFen: Math.min(sku.priceFen, sku.memberPriceFen ?? sku.priceFen) }
}

const writeFlash = async (trx: Trx, storeId: string, today: EpochMs): Promise<void> => {
  const days = Array.from({ length: DAYS_AHEAD }, (_, n) => later(today, n * DAY))
  const slotId = (day: EpochMs, slug: string) => demoId('fls', `${dayText(day)}-${slug}`)
  const added = await trx
    .insertInto('flash_slot')
    .values(
      days.flatMap((day) =>
        slots.map(({ slug, name, hours: [from, until] }) => ({
          ...{ store_id: storeId, id: slotId(day, slug), name, status: 'live' as const },
          starts_at: new Date(later(day, from * HOUR)),
          ends_at: new Date(later(day, until * HOUR)),
          created_at: new Date(later(today, -DAY)),
          updated_at: new Date(later(today, -DAY)),
        })),
      ),
    )
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  const fresh = new Set(added.map(({ id }) => id))
  const rows = days.flatMap((day) =>
    flashItems
      .filter(({ slot }) => fresh.has(slotId(day, slot)))
      .map(({ slot, product, offBp, share, perPerson }, position) => {
        const { id, leastFen } = flashSku(product)
        return {
          ...{ store_id: storeId, slot_id: slotId(day, slot), sku_id: id, product_id: productId(product), position },
          price_fen: fen(Math.floor((leastFen * (10_000 - offBp)) / 100_000) * 10),
          stock_share: share,
          per_person: perPerson,
        }
      }),
  )
  await inChunks(rows, (chunk) => trx.insertInto('flash_item').values(chunk).execute())
}

/** Coupons in people's wallets, and a point for each yuan of the orders they have completed. */
export const writeWallets = async (trx: Trx, { storeId, now }: Deps): Promise<void> => {
  const today = dayStart(now())
  await trx
    .insertInto('coupon')
    .values(
      held.flatMap(({ who, template: slug, daysAgo }) => {
        const template = templates.find((each) => each.slug === slug)
        if (!template) throw new Error(`no coupon ${slug}`)
        const claimedAt = later(today, 20 * HOUR - (daysAgo + 1) * DAY)
        const { validFromAt, expiresAt } = validityFrom({ kind: 'days', days: template.days }, claimedAt)
        return {
          ...{ store_id: storeId, id: demoId('cpn', `${who}-${slug}`), template_id: templateId(slug), nth: 1 },
          member_id: demoMemberId(who),
          name: template.name,
          terms: JSON.stringify(termsOf(template)),
          source: 'claim' as const,
          state: expiresAt <= now() ? ('expired' as const) : ('claimed' as const),
          valid_from: new Date(validFromAt),
          expires_at: new Date(expiresAt),
          claimed_at: new Date(claimedAt),
        }
      }),
    )
    .execute()
  await sql`
    insert into points_entry (store_id, member_id, id, kind, points, order_id, source_id, at)
    select store_id, member_id, 'pte_' || lpad(row_number() over (order by coalesce(completed_at, placed_at), id)::text, 22, '0'),
      'earned', (quote ->> 'goodsFen')::bigint / 100, id, id, coalesce(completed_at, placed_at)
    from orders
    where store_id = ${storeId} and member_id is not null and trade = 'completed' and money = 'paid'
      and (quote ->> 'goodsFen')::bigint >= 100`.execute(trx)
  await sql`
    insert into member_points (store_id, member_id, balance)
    select store_id, member_id, sum(points) from points_entry where store_id = ${storeId} group by store_id, member_id`.execute(
    trx,
  )
}
