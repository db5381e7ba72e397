/** The evening after a group sale in tests: a list that is final, counts, codes on neighbours' phones, scans of leaders' phones. */
import { sql } from 'kysely'
import type { CallInput, CallOutput } from '@/contract/index'
import type { MemberId, OrderId, PickupPointId } from '@/domain/ids'
import { pickupCode, readPickupCode } from '@/domain/pickup/code'
import type { Policy } from '@/domain/shortage/allocate'
import type { EpochMs } from '@/domain/time'
import { signWith } from '../../../cloudfunctions/sale/pickup-keys'
import { dataOf, type Shop } from '../functions'
import { aPaidSaleOrder, aSale, saleRow, type SaleOrder, type TestSale } from './group-sales'

export type Kit = CallOutput<'leader', 'kit'>
export type Scan = CallInput<'leader', 'sync'>['scans'][number]

export const leaderOf = (sale: TestSale): MemberId => {
  if (!sale.leaderId) throw new Error('the store leads this one')
  return sale.leaderId
}

type SoldWish = {
  readonly policy?: Policy
  readonly prices?: readonly number[]
  /** Of the first line. */
  readonly tiers?: readonly (readonly [fromUnits: number, priceFen: number])[]
}

/** A sale with two places, goods and orders; `wants` are units of each line by order, the place by turns. */
export const aSoldSale = async (
  shop: Shop,
  wants: readonly (readonly number[])[],
  { policy = 'first-paid', prices = [1_500, 900], tiers = [] }: SoldWish = {},
) => {
  const points = [await shop.aPickupPoint({ name: '3 号楼' }), await shop.aPickupPoint({ name: '南门' })] as const
  const lines = prices.map((priceFen, i) => ({
    label: ['草莓', '可颂', '鲜奶'][i] ?? '货',
    priceFen,
    ...(i === 0 ? { tiers } : {}),
  }))
  const sale = await aSale(shop, { lines, pickupPointIds: points })
  await shop.deps.db.updateTable('sale').set({ shortage_policy: policy }).where('id', '=', sale.saleId).execute()
  const orders: (SaleOrder & { pickupPointId: PickupPointId })[] = []
  for (const [i, want] of wants.entries()) {
    const pickupPointId = points[i % 2] as PickupPointId
    const basket = want.flatMap((quantity, n) =>
      quantity > 0 && sale.skuIds[n] ? [{ skuId: sale.skuIds[n], quantity }] : [],
    )
    const totalFen = want.reduce((sum, quantity, n) => sum + quantity * (prices[n] ?? 0), 0)
    const order = await aPaidSaleOrder(shop, { ...sale, pickupPointId }, { basket, totalFen })
    orders.push({ ...order, pickupPointId })
  }
  return { sale, orders, points }
}

/** As many paid orders like this one as it takes to be `many`, each of somebody else: rows, without the way there. */
export const copyOrder = async (shop: Shop, sale: TestSale, { orderId }: SaleOrder, many: number): Promise<void> => {
  const run = (text: string, ...params: unknown[]) =>
    shop.deps.database.run<{ name: string }>({ name: '', text }, params)
  const nth = `lpad(n::text, 12, '0')`
  const copies = {
    orders: { id: `'ord_' || ${nth}`, number: `'n' || n`, member_id: `'mem_' || ${nth}`, request_id: `'r' || n` },
    order_line: { order_id: `'ord_' || ${nth}`, id: `'oln_' || ${nth}` },
    payment: { order_id: `'ord_' || ${nth}`, out_trade_no: `'n' || n`, transaction_id: `'t' || n` },
    sale_order: { order_id: `'ord_' || ${nth}`, member_id: `'mem_' || ${nth}`, number: 'n' },
  }
  for (const [table, changed] of Object.entries(copies)) {
    const all = await run('select column_name as name from information_schema.columns where table_name = $1', table)
    const kept = all.map((row) => row.name).filter((name) => !(name in changed))
    const columns = [...Object.keys(changed), ...kept].join(', ')
    const values = [...Object.values(changed), ...kept.map((name) => `x.${name}`)].join(', ')
    const key = table === 'orders' ? 'id' : 'order_id'
    await run(
      `insert into ${table} (${columns}) select ${values} from ${table} x, generate_series(2, ${many}) n where x.${key} = $1`,
      orderId,
    )
  }
  await run(`update sale set last_number = ${many} where id = $1`, sale.saleId)
  await run(
    `update sale_line set taken = taken * ${many}, paid_units = paid_units * ${many}, reached_units = reached_units * ${many} where sale_id = $1`,
    sale.saleId,
  )
}

export const move = async (shop: Shop, sale: TestSale, act: 'close' | 'pick' | 'deliver') =>
  dataOf(await shop.call('leader', 'moveSale', { saleId: sale.saleId, act }, leaderOf(sale)))

/** Nobody orders any more, everything is reckoned, the goods are being sorted. */
export const closeAndPick = async (shop: Shop, sale: TestSale): Promise<void> => {
  await move(shop, sale, 'close')
  await move(shop, sale, 'pick')
}

export const count = (shop: Shop, sale: TestSale, received: number | null, skuId = sale.skuId) =>
  shop.call('leader', 'receive', { saleId: sale.saleId, counts: [{ skuId, received }] }, leaderOf(sale))

export const look = async (shop: Shop, sale: TestSale, skuId = sale.skuId) =>
  dataOf(await shop.call('leader', 'shortage', { saleId: sale.saleId, skuId }, leaderOf(sale)))

export const allocate = (shop: Shop, sale: TestSale, refundFen: number, skuId = sale.skuId) =>
  shop.call('leader', 'allocate', { saleId: sale.saleId, skuId, refundFen }, leaderOf(sale))

/** What the screen shows is pressed at once. */
export const allocateAsShown = async (shop: Shop, sale: TestSale, skuId = sale.skuId) =>
  dataOf(await allocate(shop, sale, (await look(shop, sale, skuId)).outlines[0]?.refundFen ?? -1, skuId))

export const kitOf = async (shop: Shop, sale: TestSale): Promise<Kit> =>
  dataOf(await shop.call('leader', 'kit', { saleId: sale.saleId }, leaderOf(sale)))

/** The code that a neighbour's phone shows at `at`, read by the leader's. */
export const scanOf = (shop: Shop, kit: Kit, orderId: OrderId, at: EpochMs, more: Partial<Scan> = {}): Scan => {
  const bag = kit.bags.find((one) => one.orderId === orderId)
  if (!bag) throw new Error(`no bag of ${orderId}`)
  const read = readPickupCode(pickupCode(orderId, at, signWith(bag.key)))
  if (!read) throw new Error('a code that can not be read')
  return {
    scanId: shop.deps.newId('scn'),
    orderId,
    codeStep: read.step,
    mac: read.mac,
    at,
    device: '阿芳的手机',
    pickupPointId: null,
    ...more,
  }
}

export const sync = (shop: Shop, sale: TestSale, scans: Scan[], as: MemberId = leaderOf(sale)) =>
  shop.call('leader', 'sync', { saleId: sale.saleId, scans }, as)

export const answersOf = async (shop: Shop, sale: TestSale, scans: Scan[]) =>
  dataOf(await sync(shop, sale, scans)).answers

export const orderRow = (shop: Shop, orderId: OrderId) =>
  shop.deps.db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow()

/** The books of a shortage: cuts are what refunds, lines and the decision say, and nobody got more than came. */
export const expectCutsAgree = async (shop: Shop): Promise<void> => {
  const { rows } = await sql`
    select s.sale_id, s.sku_id, s.sold, s.received, s.refund_fen, c.* from shortage s
    cross join lateral (
      select coalesce(sum(cut), 0)::int as cut, coalesce(sum(refund_fen), 0)::bigint as fen from shortage_cut
      where store_id = s.store_id and sale_id = s.sale_id and sku_id = s.sku_id
    ) c
    cross join lateral (
      select coalesce(sum(r.amount_fen - r.delivery_fen), 0)::bigint as refunded, coalesce(sum(r.units), 0)::int as units
      from (select r.*, (select sum((l ->> 'quantity')::int) from jsonb_array_elements(r.lines) l) as units from refund r
        where r.store_id = s.store_id and r.kind = 'shortage' and r.request_id = 'shortage:' || s.sku_id) r
    ) r
    where c.fen <> s.refund_fen or r.refunded <> s.refund_fen or c.cut <> s.sold - s.received or r.units <> c.cut`.execute(
    shop.deps.db,
  )
  expect(rows).toEqual([])
  const { rows: orders } = await sql`
    select o.id, o.paid_fen, o.refunded_fen, r.sum, l.* from orders o
    cross join lateral (select coalesce(sum(amount_fen), 0)::bigint as sum from refund where store_id = o.store_id and order_id = o.id) r
    cross join lateral (select sum(refunded_fen)::bigint as taken from order_line where store_id = o.store_id and order_id = o.id) l
    where o.sale_id is not null and (o.refunded_fen <> r.sum or o.refunded_fen > o.paid_fen)`.execute(shop.deps.db)
  expect(orders).toEqual([])
}

export { saleRow }
