-- 0007: what the staff look through: groups by state, and the ledger of groups' refunds.

create index group_buy_by_state on group_buy (store_id, state, id desc);
create index refund_of_groups on refund (store_id, state, id desc) where kind in ('group-expired', 'group-left', 'seat-lost');
create index outbox_of_refund on outbox (store_id, subject) where topic = 'refund.send';

-- The orders that wait for their group are few, and a tab of the staff's list shows them.
create index orders_awaiting_group on orders (store_id, placed_at desc, id desc) where trade = 'awaiting-group';
