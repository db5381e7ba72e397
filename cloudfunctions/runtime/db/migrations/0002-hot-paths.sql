-- 0002: found by the bench: with few unpaid orders in the statistics the planner walked all of them for one person's count.
create index orders_unpaid_of_member on orders (store_id, member_id) where trade = 'awaiting-payment';
