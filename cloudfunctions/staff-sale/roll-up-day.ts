/** What is handed over on one day, over all sales: what to buy in, where to unload. */
import { sql } from 'kysely'
import type { DayRollUp, staffSale } from '@/contract/staff-sale'
import type { PickupPointId, SaleId, SkuId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { groupBy } from '@/domain/sale/group-by'
import { driverList } from '@/domain/sale/packing'
import { rollUp, type RollUpRow } from '@/domain/sale/roll-up'
import type { SaleState } from '@/domain/sale/sale'
import { DAY, dayStart, epochMs, later, type EpochMs } from '@/domain/time'
import { isWhole, scopeOf, type Scope } from '../leader/find-sale'
import { readPacking } from '../leader/packing.sql'
import { placesOf } from '../leader/roll-up-sale'
import { soldLines, type PackedLine } from '../leader/sold-lines.sql'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'

type DayRow = {
  id: SaleId
  title: string
  leader: string | null
  state: SaleState
  pointIds: readonly PickupPointId[] | null
  goods: readonly { skuId: SkuId; title: string; label: string; received: number | null }[]
}

/** Sales that run, by the start of their evening. */
const salesOf = async (deps: Deps, dayAt: EpochMs, scope: Scope): Promise<DayRow[]> =>
  (
    await sql<DayRow>`
    select s.id, s.title, m.name as leader, s.state, s.pickup_point_ids as "pointIds",
      (select coalesce(json_agg(json_build_object('skuId', l.sku_id, 'title', p.title, 'label', l.label, 'received', l.received) order by l.position), '[]')
        from sale_line l join product p on p.store_id = l.store_id and p.id = l.product_id
        where l.store_id = s.store_id and l.sale_id = s.id) as goods
    from sale s left join member m on m.store_id = s.store_id and m.id = s.leader_id
    where s.store_id = ${deps.storeId} and s.state in ('open', 'closed', 'picking', 'delivered')
      and s.hand_over_from_at >= ${new Date(dayAt)} and s.hand_over_from_at < ${new Date(later(dayAt, DAY))}
      and (${scope === null}::boolean or s.pickup_point_ids && ${[...(scope ?? [])]}::text[])
    order by s.hand_over_from_at, s.id`.execute(deps.db)
  ).rows

export const rollUpDay: UseCase<typeof staffSale.day> = async (deps, caller, { day }) => {
  const dayAt = day === undefined ? dayStart(deps.now()) : dayOf(day)
  const scope = scopeOf(caller)
  const sales = await salesOf(deps, dayAt, scope)
  const facts = await readPacking(
    deps,
    sales.map((sale) => sale.id),
    scope,
  )
  const lines = soldLines(facts.sold, new Map(facts.labels))
  const places = placesOf(facts.pointIds, lines, scope)
  const goods = [
    ...groupBy(
      sales.flatMap((sale) => goodsOf(sale, scope)),
      (one) => one.skuId,
    ),
  ]
  const labelled = goods.map(([skuId, own]) => ({ skuId, label: own[0]?.label ?? '', received: receivedOf(own) }))
  const titles = new Map(goods.map(([skuId, own]) => [skuId, own[0]?.title ?? '']))
  return ok({
    dayAt,
    sales: sales.map((sale) => ({
      id: sale.id,
      title: sale.title,
      leader: sale.leader,
      state: sale.state,
      ...tallyOf(facts.sold.filter((line) => saleOf(line) === sale.id)),
    })),
    pickupPoints: places.flatMap((place) => facts.points.find((point) => point.id === place) ?? []),
    rows: rollUp(lines, labelled, places).rows.map((row) => rowView(row, titles)),
    stops: driverList(lines, places),
  })
}

/** `2026-11-22`; a 31st of November is the 1st of December. */
const dayOf = (day: string): EpochMs => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayStart(epochMs(Date.UTC(year, month - 1, date)))
}

const saleOf = ([, , , , , , , saleId]: PackedLine): SaleId => saleId

const tallyOf = (sold: readonly PackedLine[]): { people: number; units: number } => ({
  people: new Set(sold.map(([, owner]) => owner)).size,
  units: sold.reduce((n, [, , , , , units]) => n + units, 0),
})

/** A count is of a whole sale: it says nothing about a part of its places. */
const goodsOf = (sale: DayRow, scope: Scope) =>
  sale.goods.map((one) => ({ ...one, received: isWhole(sale.pointIds, scope) ? one.received : null }))

/** Known once it has been counted in every sale that has it. */
const receivedOf = (own: readonly { received: number | null }[]): number | null =>
  own.reduce<number | null>((sum, { received }) => (sum === null || received === null ? null : sum + received), 0)

const rowView = (row: RollUpRow, titles: ReadonlyMap<SkuId, string>): DayRollUp['rows'][number] => ({
  skuId: row.skuId,
  title: titles.get(row.skuId) ?? '',
  label: row.label,
  cells: row.cells,
  sold: row.sold,
  cut: row.cut,
  received: row.received,
})
