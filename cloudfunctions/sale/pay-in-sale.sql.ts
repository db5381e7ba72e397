/**
 * Parts of a guarded payment statement for an order of a group sale: it joins the chain. The sale gives it the next number,
 * its lines count what is paid, and how much that ever was, which is what the tiers look at. $1 is the store.
 */

/** Locks, over `attempt (order_id)`: the sale first, then its lines. */
export const saleLockedForPaying = `
in_sale as materialized (
  select id from sale where store_id = $1
    and id = (select sale_id from orders where store_id = $1 and id = (select order_id from attempt)) for update
), sale_goods as materialized (
  select l.sku_id from sale_line l
  where l.store_id = $1 and l.sale_id = (select id from in_sale)
    and l.sku_id in (select sku_id from order_line where store_id = $1 and order_id = (select order_id from attempt))
  order by l.sku_id for update
)`

/** A condition on the order `o` that is paid. */
export const isPaidInSale = `o.sale_id = (select id from in_sale) and (select count(*) from sale_goods) >= 0`

/** Over `moved (id)`, the order that was paid; `paidAt` names a parameter. */
export const joinedChainCtes = (paidAt: string): string => `
numbered as (
  update sale s set last_number = s.last_number + 1, version = s.version + 1
  from moved where s.store_id = $1 and s.id = (select id from in_sale)
  returning s.last_number
), chained as (
  update sale_order c set number = numbered.last_number, paid_at = ${paidAt}::timestamptz, gone_at = null
  from moved, numbered where c.store_id = $1 and c.order_id = moved.id
), units_paid as (
  update sale_line l set paid_units = l.paid_units + q.units, reached_units = greatest(l.reached_units, l.paid_units + q.units)
  from (select sku_id, sum(quantity)::int as units from order_line, moved
        where store_id = $1 and order_id = moved.id group by sku_id) q
  where l.store_id = $1 and l.sale_id = (select id from in_sale) and l.sku_id = q.sku_id
)`
