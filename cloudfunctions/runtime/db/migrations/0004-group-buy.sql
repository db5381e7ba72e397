-- 0004: group buy. A campaign sets the price, a group is the people, a seat is one person's order in one group.
-- Whoever changes a group locks its row first, then the orders in it by id.

create table group_campaign (
  store_id text not null,
  id text not null,
  name text not null,
  product_id text not null,
  size smallint not null check (size between 2 and 5),
  -- Declared on the card beforehand: an unfilled group of at least so many is accepted at the group price.
  min_size smallint check (min_size between 2 and 4),
  life_minutes int not null check (life_minutes between 10 and 1440),
  -- Groups a person may take part in during the campaign, and pieces in one order.
  per_person int not null default 1 check (per_person between 1 and 20),
  most_pieces int not null default 1 check (most_pieces between 1 and 20),
  status text not null check (status in ('draft', 'live', 'paused', 'ended')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  version int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  constraint campaign_dates check (starts_at < ends_at),
  constraint campaign_threshold check (min_size is null or min_size < size)
);
create unique index campaign_product_taken on group_campaign (store_id, product_id) where status in ('live', 'paused');
create index group_campaign_by_update on group_campaign (store_id, updated_at desc, id);

-- The campaign's own share of a SKU's stock; the shelf itself is held as for every order.
create table group_price (
  store_id text not null,
  campaign_id text not null,
  sku_id text not null,
  price_fen bigint not null check (price_fen > 0),
  stock_share int not null check (stock_share >= 0),
  taken int not null default 0,
  primary key (store_id, campaign_id, sku_id),
  constraint group_share_short check (taken between 0 and stock_share)
) with (fillfactor = 60);

create table group_buy (
  store_id text not null,
  id text not null,
  campaign_id text not null,
  product_id text not null,
  -- Copied, so that a group keeps the bargain it was opened under.
  size smallint not null check (size between 2 and 5),
  min_size smallint,
  life_minutes int not null,
  state text not null check (state in ('forming', 'open', 'full', 'expired', 'refunded', 'fulfilled', 'dropped')),
  opener_id text not null,
  leader_id text not null,
  reserved smallint not null default 0 check (reserved >= 0),
  confirmed smallint not null default 0 check (confirmed >= 0),
  created_at timestamptz not null,
  opened_at timestamptz,
  deadline_at timestamptz,
  filled_at timestamptz,
  ended_at timestamptz,
  -- Counts every change that the page, the card and the dynamic message show.
  version int not null default 0,
  card_picture text,
  card_version int,
  activity_id text,
  activity_expires_at timestamptz,
  primary key (store_id, id),
  constraint group_full check (reserved + confirmed <= size)
) with (fillfactor = 70);
create index group_buy_joinable on group_buy (store_id, product_id, deadline_at) where state = 'open';
create index group_buy_due on group_buy (store_id, deadline_at) where state = 'open';
create index group_buy_of_campaign on group_buy (store_id, campaign_id, created_at desc, id desc);
create index group_buy_refunding on group_buy (store_id, id) where state = 'expired';

create table group_seat (
  store_id text not null,
  group_id text not null,
  order_id text not null,
  campaign_id text not null,
  member_id text not null,
  -- The member's n-th taking part in the campaign; with the index below the last guard of `per_person`.
  nth smallint not null,
  state text not null check (state in ('reserved', 'confirmed', 'released', 'left', 'lost', 'moved', 'refunded')),
  pieces int not null,
  reserved_at timestamptz not null,
  confirmed_at timestamptz,
  choose_by timestamptz,
  ended_at timestamptz,
  primary key (store_id, group_id, order_id)
);
create unique index group_one_seat on group_seat (store_id, group_id, member_id) where state in ('reserved', 'confirmed');
create unique index group_order_seat on group_seat (store_id, order_id) where state in ('reserved', 'confirmed', 'lost');
create unique index group_limit_reached on group_seat (store_id, campaign_id, member_id, nth) where state in ('reserved', 'confirmed', 'lost');
create index group_seat_of_member on group_seat (store_id, member_id, reserved_at desc);
create index group_seat_choosing on group_seat (store_id, choose_by) where state = 'lost';

alter table orders add column group_id text;
create index orders_of_group on orders (store_id, group_id) where group_id is not null;

-- A shared card may stand for a group; the product stays for the graph.
alter table share add column group_id text not null default '';
alter table share drop constraint share_once_a_day;
alter table share add constraint share_once_a_day unique (store_id, member_id, product_id, group_id, channel, day);
create index share_of_group on share (store_id, group_id) where group_id <> '';

alter table refund drop constraint refund_kind_check;
alter table refund add constraint refund_kind_check
  check (kind in ('shopper-cancel', 'staff', 'late-payment', 'group-expired', 'group-left', 'seat-lost'));
