/** A closed sale of the bench's shop with a thousand paid orders over twelve products and three places, for the leader's roll-up. */
const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(12, '0')}`

/** Beside the sale that the load orders from (`sale-order.ts`), of the same leader. */
export const ROLLED = { saleId: id('sal', 2), leader: 7, orders: 1_000, products: 12 } as const

/** Orders of two lines each; the SKUs are those of the 100th product and on. */
export const rollUpStatements = (store: string): string[] => {
  const { saleId, leader, orders, products } = ROLLED
  const sold = `from generate_series(1, ${orders}) n`
  const orderId = `'ord_r00' || lpad(n::text, 9, '0')`
  const sku = (n: string): string => `'sku_' || lpad((400 + (${n}) % ${products} * 4)::text, 12, '0')`
  const product = (n: string): string => `'prd_' || lpad((100 + (${n}) % ${products})::text, 12, '0')`
  return [
    `insert into sale (store_id, id, leader_id, state, title, starts_at, ends_at, hand_over_from_at, hand_over_until_at, shortage_policy,
       pickup_point_ids, last_number, opened_at, closed_at, reckoned_at, picking_at, created_at, updated_at)
     values ('${store}', '${saleId}', '${id('mem', leader)}', 'picking', '昨日鲜食接龙', now() - interval '2 days', now() - interval '1 day',
       now() + interval '1 hour', now() + interval '4 hours', 'first-paid', array['${id('pup', 1)}', '${id('pup', 2)}', '${id('pup', 3)}'],
       ${orders}, now(), now(), now(), now(), now(), now())`,
    `insert into sale_line (store_id, sale_id, sku_id, product_id, position, label, price_fen, received)
     select '${store}', '${saleId}', ${sku('n')}, ${product('n')}, n, '货' || n, 1500, 400 from generate_series(0, ${products - 1}) n`,
    `insert into orders (store_id, id, number, member_id, request_id, trade, money, fulfilment, delivery_kind, pickup_point_id, buyer_name,
       quote, pieces, first_title, total_fen, paid_fen, placed_at, pay_deadline_at, paid_at, event_count, sale_id)
     select '${store}', ${orderId}, 'rolled' || n, 'mem_' || lpad((n * 7)::text, 12, '0'), 'past-sale-' || n, 'fulfilling', 'paid', 'to-ship', 'pickup',
       'pup_' || lpad((1 + n % 3)::text, 12, '0'), '邻居', '{}', 3, '草莓', 4500, 4500, now() - interval '1 day', now(), now() - interval '1 day', 1, '${saleId}' ${sold}`,
    `insert into order_line (store_id, order_id, id, line_no, sku_id, product_id, title, options, picture, quantity, original_unit_fen,
       unit_price_fen, discount_fen, paid_fen)
     select '${store}', ${orderId}, 'oln_r00' || lpad((n * 10 + l)::text, 9, '0'), l, ${sku('n + l')}, ${product('n + l')}, '草莓', '{}', '{}', l, 1980, 1500, 0, 1500 * l
     ${sold}, generate_series(1, 2) l`,
    `insert into sale_order (store_id, order_id, sale_id, member_id, number, placed_at, paid_at)
     select '${store}', ${orderId}, '${saleId}', 'mem_' || lpad((n * 7)::text, 12, '0'), n, now() - interval '1 day', now() - interval '1 day' ${sold}`,
    `update sale_line l set taken = t.units, paid_units = t.units, reached_units = t.units
     from (select sku_id, sum(quantity) as units from order_line where order_id like 'ord_r00%' group by sku_id) t
     where l.sale_id = '${saleId}' and l.sku_id = t.sku_id`,
  ]
}
