-- 0007: what the staff look through: groups by state, and the ledger of groups' refunds.

create index group_buy_by_state on group_buy (store_id, state, id desc);
create index refund_of_groups on refund (store_id, state, id desc) where kind in ('group-expired', 'group-left', 'seat-lost');
create index outbox_of_refund on outbox (store_id, subject) where topic = 'refund.send';
