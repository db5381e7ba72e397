/** The rows of an order in one hand-written statement over the bare driver, and one conditional update a commit on one row. */
import { openBareQuery, type BarePlace } from './bare-query'
import { idOf, STORE } from './data'

const LINES = 3
const values = (rows: number, columns: number, from: number): string =>
  Array.from(
    { length: rows },
    (_, r) => `(${Array.from({ length: columns }, (_, c) => `$${from + r * columns + c}`).join(', ')})`,
  ).join(', ')

const text = `
with o as (
  insert into orders (store_id, id, number, member_id, request_id, trade, money, fulfilment, delivery_kind, pickup_point_id, buyer_name, quote, pieces, first_title, total_fen, placed_at, pay_deadline_at, event_count)
  values ('${STORE}', $1, $2, $3, $4, 'awaiting-payment', 'unpaid', 'none', 'pickup', '${idOf('pup', 1)}', '邻居', $5, 3, '草莓', 5940, now(), now(), 1)
), l as (
  insert into order_line (store_id, order_id, id, line_no, sku_id, product_id, title, options, picture, quantity, original_unit_fen, unit_price_fen, discount_fen, paid_fen)
  select '${STORE}', $1, v.id, v.no::int, v.sku, v.product, '丹东 99 红颜草莓', array['500g'], '{"url":"","tone":["#fff","#000"]}', 1, 1980, 1980, 0, 1980
  from (values ${values(LINES, 4, 6)}) v (id, no, sku, product)
), e as (
  insert into order_event (store_id, order_id, seq, at, event, by_kind) values ('${STORE}', $1, 1, now(), '{"kind":"placed","totalFen":5940}', 'shopper')
), p as (
  insert into payment (store_id, out_trade_no, order_id, amount_fen, state, created_at) values ('${STORE}', $2, $1, 5940, 'open', now())
), m as (
  insert into stock_movement (store_id, id, sku_id, kind, quantity, order_id, at)
  select '${STORE}', v.id, v.sku, 'held', -1, $1, now() from (values ${values(LINES, 2, 18)}) v (id, sku)
)
update stock set available = available - 1 where store_id = '${STORE}' and bucket = 0 and sku_id in ($24, $25, $26)`

const hotText = `
update stock set available = available - 1 where store_id = $1 and sku_id = $2 and bucket = 0 and available >= 1`

const quote = JSON.stringify({
  lines: Array.from({ length: 3 }, () => ({
    skuId: idOf('sku', 1),
    quantity: 1,
    originalUnitFen: 1980,
    unitPriceFen: 1980,
    unitPriceRule: 'sale',
    discountFen: 0,
    paidFen: 1980,
  })),
  steps: [
    { kind: 'goods', amountFen: 5940, pieces: 3 },
    { kind: 'delivery', amountFen: 0, rule: 'pickup', thresholdFen: null, missingFen: null },
  ],
  originalFen: 5940,
  goodsFen: 5940,
  deliveryFen: 0,
  totalFen: 5940,
  savedFen: 0,
})

export type Bare = {
  readonly write: () => Promise<number>
  readonly hot: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Apart from the SKU that the shop's own crowd buys, so that both can be checked to the last piece. */
export const LIMIT_HOT = idOf('sku', 12)

export const openBare = async (place: BarePlace, products: number): Promise<Bare> => {
  const { query, close } = await openBareQuery(place, 32)
  let n = Date.now() % 1_000_000_000
  return {
    write: async () => {
      const id = ++n
      const skus = Array.from({ length: LINES }, (_, i) =>
        idOf('sku', 16 + ((id * 13 + i * 997) % (products * 4 - 16))),
      ).sort()
      await query('bare.write', text, [
        idOf('ord', 900_000_000_000 + id),
        `9${String(id).padStart(17, '0')}`,
        idOf('mem', 1 + (id % 100_000)),
        `bare-${id}-000000000000`,
        quote,
        ...skus.flatMap((sku, i) => [`oln_9${String(id).padStart(10, '0')}${i}`, String(i + 1), sku, idOf('prd', 1)]),
        ...skus.flatMap((sku, i) => [`mov_9${String(id).padStart(10, '0')}${i}`, sku]),
        ...skus,
      ])
      return 1
    },
    hot: async () => {
      const { changed } = await query('bare.hot', hotText, [STORE, LIMIT_HOT])
      if (changed !== 1) throw new Error('the hot row ran out')
      return 1
    },
    close,
  }
}
