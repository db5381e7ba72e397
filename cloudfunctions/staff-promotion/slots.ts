/** Flash slots: the list, writing one, opening and ending it. */
import type { staffPromotion } from '@/contract/staff-promotion'
import { isFlashPrice } from '@/domain/flash/buy'
import type { FlashSlotId, SkuId } from '@/domain/ids'
import { fen, minFen } from '@/domain/money'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { sql } from 'kysely'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { Trx } from '../runtime/db/connect'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { openAct } from './open-act'
import { countDeals } from './deal'
import { findOverlap, listSlots, lockItems, lockSlot, readSkus, readSlot, type FlashPrice } from './slot.sql'

export const slots: UseCase<typeof staffPromotion.slots> = async (deps, _caller, input) => {
  const [rows, counts] = await Promise.all([listSlots(deps, input), countDeals(deps, 'flash_slot')])
  return ok({ rows, total: counts[input.status], counts })
}

type Saved = Awaited<ReturnType<UseCase<typeof staffPromotion.saveSlot>>>
type No = Extract<Saved, { ok: false }>

export const saveSlot: UseCase<typeof staffPromotion.saveSlot> = async (deps, caller, input) => {
  const { name, startsAt, endsAt, items } = input
  if (startsAt >= endsAt) return refuse({ code: 'deal.dates' })
  const written = await retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<{ ok: true; value: FlashSlotId } | No> => {
      const before = input.slotId ? await lockSlot(trx, deps, input.slotId) : null
      if (input.slotId) {
        const open = openAct(before, input.version, 'edit')
        if (!open.ok) return open
      }
      const id: FlashSlotId = input.slotId ?? deps.newId('fls')
      const old = before ? await lockItems(trx, deps, id) : []
      for (const { sku_id, taken } of old) {
        const share = items.find(({ skuId }) => skuId === sku_id)?.stockShare ?? 0
        if (share < taken) return refuse({ code: 'flash.share-below-taken', skuId: sku_id as SkuId, taken })
      }
      const no = await whyNot(trx, deps, { id, startsAt, endsAt, items, isLive: before?.status === 'live' })
      if (no) return no
      await write(trx, deps, { id, name, startsAt, endsAt, items }, before?.version ?? null)
      const pricesBefore = old.map((i) => ({
        ...{ skuId: i.sku_id as SkuId, flashFen: fen(i.price_fen), stockShare: i.stock_share, perPerson: i.per_person },
      }))
      await audit(trx, deps, caller, {
        action: before ? 'flash.change' : 'flash.add',
        subject: id,
        subjectName: name,
        ...changedFields(
          before
            ? factsOf({
                name: before.name,
                startsAt: before.starts_at.getTime(),
                endsAt: before.ends_at.getTime(),
                items: pricesBefore,
              })
            : {},
          factsOf(input),
        ),
      })
      return ok(id)
    }),
  )
  return written.ok ? reopened(deps, written.value) : written
}

type Slot = { name: string; startsAt: number; endsAt: number; items: readonly FlashPrice[] }

/** Prices are held against the shop's as they stand; who sells the same thing at the same time matters once it is public. */
const whyNot = async (
  trx: Trx,
  deps: Deps,
  { id, startsAt, endsAt, items, isLive }: Omit<Slot, 'name'> & { id: FlashSlotId; isLive: boolean },
): Promise<No | null> => {
  const skuIds = items.map(({ skuId }) => skuId)
  const skus = await readSkus(trx, deps, skuIds)
  for (const { skuId, flashFen } of items) {
    const sku = skus.find((each) => each.id === skuId)
    if (!sku) return refuse({ code: 'flash.sku-unknown', skuId })
    const prices = {
      priceFen: fen(sku.price_fen),
      memberPriceFen: sku.member_price_fen === null ? null : fen(sku.member_price_fen),
    }
    if (!isFlashPrice(flashFen, prices)) {
      const saleFen = minFen(prices.priceFen, prices.memberPriceFen ?? prices.priceFen)
      return refuse({ code: 'flash.price-not-lower', skuId, saleFen })
    }
  }
  if (!isLive) return null
  if (endsAt <= deps.now()) return refuse({ code: 'deal.dates' })
  const rival = await findOverlap(trx, deps, { id, startsAt, endsAt, skuIds })
  return rival && refuse({ code: 'flash.overlap', ...rival })
}

const write = async (trx: Trx, deps: Deps, slot: Slot & { id: FlashSlotId }, version: number | null): Promise<void> => {
  const { id, name, startsAt, endsAt, items } = slot
  const now = new Date(deps.now())
  const columns = { name, starts_at: new Date(startsAt), ends_at: new Date(endsAt), updated_at: now }
  if (version === null)
    await trx
      .insertInto('flash_slot')
      .values({ ...columns, store_id: deps.storeId, id, status: 'draft', created_at: now })
      .execute()
  else
    await trx
      .updateTable('flash_slot')
      .set({ ...columns, version: version + 1 })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', id)
      .execute()
  const skuIds = items.map(({ skuId }) => skuId)
  await sql`
    delete from flash_item where store_id = ${deps.storeId} and slot_id = ${id} and sku_id <> all(${skuIds}::text[])`.execute(
    trx,
  )
  await sql`
    insert into flash_item (store_id, slot_id, sku_id, product_id, price_fen, stock_share, per_person, position)
    select ${deps.storeId}, ${id}, t.sku_id, s.product_id, t.price_fen, t.stock_share, t.per_person, t.n - 1
    from unnest(${skuIds}::text[], ${items.map((i) => i.flashFen)}::bigint[], ${items.map((i) => i.stockShare)}::int[],
      ${items.map((i) => i.perPerson)}::int[]) with ordinality as t (sku_id, price_fen, stock_share, per_person, n)
    join sku s on s.store_id = ${deps.storeId} and s.id = t.sku_id
    on conflict (store_id, slot_id, sku_id) do update set price_fen = excluded.price_fen, stock_share = excluded.stock_share,
      per_person = excluded.per_person, position = excluded.position`.execute(trx)
}

const factsOf = ({ name, startsAt, endsAt, items }: Slot): Record<string, unknown> => ({
  ...{ name, startsAt, endsAt },
  ...Object.fromEntries(
    items.map(({ skuId, flashFen: priceFen, stockShare, perPerson }) => [
      `sku:${skuId}`,
      { priceFen, stockShare, perPerson },
    ]),
  ),
})

const reopened = async (deps: Deps, id: FlashSlotId): Promise<Extract<Saved, { ok: true }>> => {
  forgetShop(deps)
  const slot = await readSlot(deps, id)
  if (!slot) throw new Error('a flash slot was written and is not there')
  return ok(slot)
}

export const moveSlot: UseCase<typeof staffPromotion.moveSlot> = async (deps, caller, { slotId, version, act }) => {
  const moved = await deps.db.transaction().execute(async (trx): Promise<{ ok: true } | No> => {
    const open = openAct(await lockSlot(trx, deps, slotId), version, act)
    if (!open.ok) return open
    const { row: before, status } = open.value
    if (status !== 'live' && status !== 'ended') return refuse({ code: 'deal.act-not-open', act })
    if (status === 'live') {
      const items = (await lockItems(trx, deps, slotId)).map((i) => ({
        ...{ skuId: i.sku_id as SkuId, flashFen: fen(i.price_fen), stockShare: i.stock_share, perPerson: i.per_person },
      }))
      const dates = { startsAt: before.starts_at.getTime(), endsAt: before.ends_at.getTime() }
      const no = await whyNot(trx, deps, { id: slotId, ...dates, items, isLive: true })
      if (no) return no
    }
    await trx
      .updateTable('flash_slot')
      .set({ status, version: version + 1, updated_at: new Date(deps.now()) })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', slotId)
      .execute()
    await audit(trx, deps, caller, {
      action: `flash.${act}`,
      subject: slotId,
      subjectName: before.name,
      before: { campaignStatus: before.status },
      after: { campaignStatus: status },
    })
    return ok(undefined)
  })
  return moved.ok ? reopened(deps, slotId) : moved
}
