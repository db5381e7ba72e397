-- 0014: group sales. Whoever changes a sale locks its row first, then its lines by SKU, then the orders in it by id.

create table sale (
  store_id text not null,
  id text not null,
  -- Null: the store's own sale, for everybody.
  community_id text,
  -- Named once for all when it opens; null for the store's own.
  leader_id text,
  state text not null check (state in ('draft', 'open', 'closed', 'picking', 'delivered', 'settled', 'cancelled')),
  title text not null,
  note text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  hand_over_from_at timestamptz not null,
  hand_over_until_at timestamptz not null,
  keep_days smallint not null default 1 check (keep_days between 0 and 7),
  shortage_policy text not null check (shortage_policy in ('first-paid', 'proportional')),
  -- Null: the store's courier brings it.
  pickup_point_ids text[],
  -- The chain's counter; withdrawn entries keep their numbers.
  last_number int not null default 0,
  -- Counts every change that the page, the chain and the card show.
  version int not null default 0,
  -- Counts what its leader writes; orders don't move it, so that a note can be mended while the chain grows.
  terms_version int not null default 0,
  opened_at timestamptz,
  closed_at timestamptz,
  reckoned_at timestamptz,
  picking_at timestamptz,
  delivered_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  card_picture text,
  card_version int,
  primary key (store_id, id)
) with (fillfactor = 70);
create index sale_of_community on sale (store_id, community_id, created_at desc, id desc);
create index sale_of_leader on sale (store_id, leader_id, created_at desc, id desc);
create index sale_by_state on sale (store_id, state, ends_at desc, id);

create table sale_line (
  store_id text not null,
  sale_id text not null,
  sku_id text not null,
  product_id text not null,
  position smallint not null,
  label text not null,
  price_fen bigint not null check (price_fen > 0),
  -- [{fromUnits, priceFen}], rising in units, falling in price.
  tiers jsonb not null default '[]',
  stock_limit int check (stock_limit > 0),
  per_person int check (per_person > 0),
  -- Units in orders that are paid or still may be.
  taken int not null default 0 check (taken >= 0),
  -- Units in paid orders that were not refunded.
  paid_units int not null default 0 check (paid_units >= 0),
  -- `paid_units` at their highest: a tier once reached stays reached.
  reached_units int not null default 0,
  -- Counted on arrival.
  received int check (received >= 0),
  primary key (store_id, sale_id, sku_id),
  constraint sale_sold_out check (stock_limit is null or taken <= stock_limit)
) with (fillfactor = 60);

-- Only for lines that limit what a person may order.
create table sale_person (
  store_id text not null,
  sale_id text not null,
  sku_id text not null,
  member_id text not null,
  held int not null,
  per_person int not null,
  primary key (store_id, sale_id, sku_id, member_id),
  constraint sale_per_person check (held between 0 and per_person)
);

-- What an order is within its sale. Its number is given at payment, for good: it is on the bag.
create table sale_order (
  store_id text not null,
  order_id text not null,
  sale_id text not null,
  member_id text,
  number int,
  -- Who it is for, where the leader wrote it down for a neighbour.
  for_name text,
  bag_state text not null default 'waiting' check (bag_state in ('waiting', 'handed', 'overdue', 'no-show', 'returned')),
  placed_at timestamptz not null,
  paid_at timestamptz,
  nudged_at timestamptz,
  handed_at timestamptz,
  -- Cancelled, expired or refunded whole: it left the chain.
  gone_at timestamptz,
  primary key (store_id, order_id),
  constraint sale_number_taken unique (store_id, sale_id, number)
) with (fillfactor = 70);
-- The chain shows them after everybody who has paid.
create index sale_order_pending on sale_order (store_id, sale_id, placed_at, order_id) where number is null and gone_at is null;
create index sale_order_of_sale on sale_order (store_id, sale_id, placed_at desc, order_id desc);

-- The leader writes an order down for a neighbour without phone pay; whoever opens the link pays it.
create table neighbour_draft (
  store_id text not null,
  code text not null,
  sale_id text not null,
  leader_id text not null,
  for_name text not null,
  -- [{skuId, quantity}]
  basket jsonb not null,
  pickup_point_id text,
  note text not null default '',
  state text not null check (state in ('open', 'placed', 'withdrawn', 'lapsed')),
  -- Who has placed it; while it is open again, whose order it was last.
  order_id text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, code)
);
create index neighbour_draft_of_sale on neighbour_draft (store_id, sale_id, created_at desc);
create unique index neighbour_draft_once on neighbour_draft (store_id, order_id) where order_id is not null;

-- The difference to a lower tier that the sale reached, once for each line.
create table tier_back (
  store_id text not null,
  line_id text not null,
  sale_id text not null,
  order_id text not null,
  units int not null check (units > 0),
  back_fen bigint not null check (back_fen > 0),
  refund_id text,
  constraint sale_reckoned primary key (store_id, line_id)
);
create index tier_back_of_order on tier_back (store_id, order_id);

-- Less came than was sold: decided once for each product of a sale.
create table shortage (
  store_id text not null,
  sale_id text not null,
  sku_id text not null,
  policy text not null check (policy in ('first-paid', 'proportional')),
  sold int not null,
  received int not null,
  refund_fen bigint not null,
  decided_by text not null,
  at timestamptz not null,
  constraint shortage_decided primary key (store_id, sale_id, sku_id)
);
create table shortage_cut (
  store_id text not null,
  sale_id text not null,
  sku_id text not null,
  line_id text not null,
  order_id text not null,
  cut int not null check (cut > 0),
  refund_fen bigint not null check (refund_fen >= 0),
  -- Why it hit this line, as `Reason` of the domain.
  reason jsonb not null,
  refund_id text,
  primary key (store_id, sale_id, line_id)
);
create index shortage_cut_of_order on shortage_cut (store_id, order_id);

-- Every scan ever, each once; the earliest of an order handed it over.
create table hand_over_scan (
  store_id text not null,
  scan_id text not null,
  sale_id text not null,
  order_id text not null,
  -- Step and signature of the code that was shown; both null where the name was ticked by hand.
  code_step bigint,
  mac text,
  at timestamptz not null,
  device text not null,
  by_kind text not null check (by_kind in ('leader', 'staff')),
  by_id text not null,
  pickup_point_id text,
  arrived_at timestamptz not null,
  primary key (store_id, scan_id)
);
create index hand_over_scan_of_order on hand_over_scan (store_id, order_id, at, scan_id);

alter table orders add column sale_id text;
create index orders_of_sale on orders (store_id, sale_id, id) where sale_id is not null;

-- Below this a leader can't price it; null = the store's usual share of the price (`commission_terms.floor_bp`).
alter table sku add column floor_fen bigint check (floor_fen > 0);

alter table refund drop constraint refund_kind_check;
alter table refund add constraint refund_kind_check check (kind in
  ('shopper-cancel', 'staff', 'late-payment', 'group-expired', 'group-left', 'seat-lost', 'sale-tier', 'shortage', 'no-show'));
