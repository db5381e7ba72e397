-- 0001: the shop from catalogue to refund. Every table carries store_id, the shard key, first in its keys; ids come from
-- the app; constraints that stand for a refusal are named after it. Common subset of PostgreSQL 15 and 18.

create table store (
  id text primary key,
  name text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

-- ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────

create table member (
  store_id text not null,
  id text not null,
  openid text,
  name text not null,
  avatar text,
  level text not null default 'ordinary' check (level in ('ordinary', 'member')),
  is_leader boolean not null default false,
  phone text,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (store_id, id),
  constraint member_openid_taken unique (store_id, openid)
);

create table address (
  store_id text not null,
  id text not null,
  member_id text not null,
  name text not null,
  phone text not null,
  province text not null,
  city text not null,
  district text not null,
  detail text not null,
  is_default boolean not null default false,
  used_at timestamptz not null,
  primary key (store_id, id)
);
create index address_of_member on address (store_id, member_id, used_at desc);
create unique index address_one_default on address (store_id, member_id) where is_default;

create table staff (
  store_id text not null,
  id text not null,
  username text not null,
  name text not null,
  role text not null,
  pickup_point_ids text[],
  password_hash text not null,
  must_change_password boolean not null default false,
  wrong_passwords int not null default 0,
  locked_until timestamptz,
  is_disabled boolean not null default false,
  last_seen_at timestamptz,
  created_at timestamptz not null,
  primary key (store_id, id),
  constraint staff_username_taken unique (store_id, username)
);

create table staff_session (
  store_id text not null,
  token_hash text not null,
  staff_id text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (store_id, token_hash)
);
create index staff_session_of on staff_session (store_id, staff_id);

create table audit (
  store_id text not null,
  id text not null,
  at timestamptz not null,
  staff_id text not null,
  action text not null,
  subject text not null,
  subject_name text,
  before jsonb,
  after jsonb,
  request_id text not null,
  primary key (store_id, id)
);
create index audit_of_staff on audit (store_id, staff_id, id desc);
create index audit_of_subject on audit (store_id, subject, id desc);

-- ── catalogue ────────────────────────────────────────────────────────────────────────────────────────────────────

create table category (
  store_id text not null,
  id text not null,
  parent_id text,
  name text not null,
  picture jsonb,
  position int not null default 0,
  is_hidden boolean not null default false,
  primary key (store_id, id)
);

create table delivery_template (
  store_id text not null,
  id text not null,
  name text not null,
  template jsonb not null,
  primary key (store_id, id)
);

-- search_text holds title, keywords, category, full pinyin and initials in lower case, apart by spaces; made by the app.
create table product (
  store_id text not null,
  id text not null,
  title text not null,
  subtitle text,
  category_id text not null,
  keywords text[] not null default '{}',
  tags text[] not null default '{}',
  origin text,
  unit text,
  description text[] not null default '{}',
  pictures jsonb not null default '[]',
  specs jsonb not null default '[]',
  status text not null check (status in ('draft', 'on', 'off')),
  delivery_template_id text,
  search_text text not null default '',
  price_from_fen bigint not null default 0,
  price_to_fen bigint not null default 0,
  sold_count int not null default 0,
  is_in_season boolean not null default false,
  arrived_at timestamptz,
  card_picture text,
  version int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id)
);
create index product_in_category on product (store_id, category_id, sold_count desc, id desc) where status = 'on';
create index product_by_update on product (store_id, updated_at desc, id);

create table sku (
  store_id text not null,
  id text not null,
  product_id text not null,
  options text[] not null default '{}',
  code text,
  price_fen bigint not null check (price_fen > 0),
  member_price_fen bigint check (member_price_fen > 0),
  market_price_fen bigint,
  cost_fen bigint,
  weight_g int not null default 0,
  picture jsonb,
  position int not null default 0,
  is_off boolean not null default false,
  primary key (store_id, id),
  constraint sku_options_repeated unique (store_id, product_id, options)
);

-- One row a SKU and bucket; ordinary SKUs have bucket 0 only. The check is the last guard against oversell.
create table stock (
  store_id text not null,
  sku_id text not null,
  bucket smallint not null default 0,
  available int not null,
  primary key (store_id, sku_id, bucket),
  constraint sku_short check (available >= 0)
) with (fillfactor = 60);

-- Append-only; available = sum of quantities at any past time. order_id or request_id makes each change happen once.
create table stock_movement (
  store_id text not null,
  id text not null,
  sku_id text not null,
  kind text not null check (kind in ('received', 'held', 'released', 'adjusted', 'returned')),
  quantity int not null,
  order_id text,
  staff_id text,
  request_id text,
  reason text,
  at timestamptz not null,
  primary key (store_id, id),
  constraint stock_request_repeated unique (store_id, sku_id, request_id)
);
create index stock_movement_of_sku on stock_movement (store_id, sku_id, id desc);
create unique index stock_held_once on stock_movement (store_id, order_id, sku_id, kind) where kind in ('held', 'released') and request_id is null;

create table pickup_point (
  store_id text not null,
  id text not null,
  name text not null,
  keeper text not null,
  keeper_phone text,
  address text not null,
  hours text not null,
  latitude double precision not null,
  longitude double precision not null,
  walk_minutes int,
  position int not null default 0,
  is_closed boolean not null default false,
  primary key (store_id, id)
);

create table home_block (
  store_id text not null,
  id text not null,
  position int not null,
  block jsonb not null,
  is_hidden boolean not null default false,
  primary key (store_id, id)
);

-- The feed in generations: each is immutable, so a cursor (generation, position) neither repeats nor skips while one scrolls.
create table feed_generation (
  store_id text not null,
  generation bigint not null,
  made_at timestamptz not null,
  size int not null,
  primary key (store_id, generation)
);
create table feed_entry (
  store_id text not null,
  generation bigint not null,
  position int not null,
  product_id text not null,
  category_id text not null,
  reason jsonb,
  primary key (store_id, generation, position)
);

create table favorite (
  store_id text not null,
  member_id text not null,
  product_id text not null,
  at timestamptz not null,
  primary key (store_id, member_id, product_id)
);

-- ── cart, order, money ───────────────────────────────────────────────────────────────────────────────────────────

create table cart_line (
  store_id text not null,
  member_id text not null,
  sku_id text not null,
  quantity int not null check (quantity between 1 and 99),
  is_selected boolean not null default true,
  added_price_fen bigint not null,
  added_at timestamptz not null,
  primary key (store_id, member_id, sku_id)
);

create table orders (
  store_id text not null,
  id text not null,
  number text not null,
  member_id text,
  request_id text not null,
  trade text not null,
  money text not null,
  fulfilment text not null,
  delivery_kind text not null check (delivery_kind in ('pickup', 'local', 'express')),
  address jsonb,
  pickup_point_id text,
  pickup_code text,
  buyer_name text not null,
  buyer_phone text,
  note text,
  remark text,
  quote jsonb not null,
  pieces int not null,
  first_title text not null,
  total_fen bigint not null check (total_fen > 0),
  delivery_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  refunded_fen bigint not null default 0,
  share_code text,
  sharer_id text,
  price_changed boolean not null default false,
  placed_at timestamptz not null,
  pay_deadline_at timestamptz not null,
  paid_at timestamptz,
  ship_deadline_at timestamptz,
  shipped_at timestamptz,
  auto_confirm_at timestamptz,
  completed_at timestamptz,
  ended_at timestamptz,
  event_count int not null default 0,
  primary key (store_id, id),
  constraint order_number_taken unique (store_id, number),
  constraint order_request_repeated unique (store_id, member_id, request_id),
  constraint refund_above_paid check (refunded_fen <= paid_fen)
) with (fillfactor = 80);
create index orders_of_member on orders (store_id, member_id, id desc);
create index orders_by_placed on orders (store_id, placed_at desc, id desc);
create index orders_by_trade on orders (store_id, trade, placed_at desc, id desc);
create index orders_to_ship on orders (store_id, ship_deadline_at) where trade = 'fulfilling' and fulfilment in ('to-ship', 'part-shipped');
create index orders_to_expire on orders (store_id, pay_deadline_at) where trade = 'awaiting-payment';
create index orders_to_confirm on orders (store_id, auto_confirm_at) where trade = 'fulfilling' and auto_confirm_at is not null;
create index orders_by_paid on orders (store_id, paid_at) where paid_at is not null;
create index orders_refunding on orders (store_id, placed_at desc, id desc) where money = 'refunding';

create table order_line (
  store_id text not null,
  order_id text not null,
  id text not null,
  line_no smallint not null,
  sku_id text not null,
  product_id text not null,
  title text not null,
  options text[] not null,
  picture jsonb not null,
  quantity int not null check (quantity > 0),
  original_unit_fen bigint not null,
  unit_price_fen bigint not null,
  discount_fen bigint not null,
  paid_fen bigint not null check (paid_fen >= 0),
  shipped_quantity int not null default 0,
  refunded_quantity int not null default 0,
  refunded_fen bigint not null default 0,
  primary key (store_id, order_id, id),
  constraint parcel_quantity check (shipped_quantity between 0 and quantity),
  constraint refund_quantity check (refunded_quantity between 0 and quantity),
  constraint refund_above_line check (refunded_fen <= paid_fen)
);
create index order_line_of_product on order_line (store_id, product_id, order_id);

create table order_event (
  store_id text not null,
  order_id text not null,
  seq int not null,
  at timestamptz not null,
  event jsonb not null,
  by_kind text not null check (by_kind in ('shopper', 'staff', 'clock', 'wechat')),
  staff_id text,
  primary key (store_id, order_id, seq)
);

-- One attempt to pay; a price change closes the old attempt and opens another with its own trade number.
create table payment (
  store_id text not null,
  out_trade_no text not null,
  order_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('open', 'paid', 'closed')),
  prepay_id text,
  prepaid_at timestamptz,
  transaction_id text,
  paid_at timestamptz,
  created_at timestamptz not null,
  primary key (store_id, out_trade_no),
  constraint payment_transaction_repeated unique (store_id, transaction_id)
);
create index payment_of_order on payment (store_id, order_id);

create table refund (
  store_id text not null,
  id text not null,
  out_refund_no text not null,
  order_id text not null,
  out_trade_no text not null,
  request_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  delivery_fen bigint not null default 0,
  lines jsonb not null default '[]',
  restock boolean not null default false,
  reason text not null,
  kind text not null check (kind in ('shopper-cancel', 'staff', 'late-payment')),
  state text not null check (state in ('wanted', 'sent', 'done', 'failed')),
  wechat_refund_id text,
  staff_id text,
  wanted_at timestamptz not null,
  done_at timestamptz,
  primary key (store_id, id),
  constraint refund_number_taken unique (store_id, out_refund_no),
  constraint refund_request_repeated unique (store_id, order_id, request_id)
);
create index refund_open on refund (store_id, state) where state in ('wanted', 'sent');

create table parcel (
  store_id text not null,
  id text not null,
  order_id text not null,
  carrier text not null,
  tracking_no text not null,
  lines jsonb not null,
  staff_id text not null,
  shipped_at timestamptz not null,
  primary key (store_id, id),
  constraint parcel_tracking_used unique (store_id, order_id, tracking_no)
);

-- ── sharing ──────────────────────────────────────────────────────────────────────────────────────────────────────

create table share (
  store_id text not null,
  code text not null,
  member_id text,
  product_id text not null,
  channel text not null,
  day date not null,
  created_at timestamptz not null,
  primary key (store_id, code),
  constraint share_once_a_day unique (store_id, member_id, product_id, channel, day)
);
create table share_open (
  store_id text not null,
  id text not null,
  code text not null,
  member_id text,
  scene int not null,
  at timestamptz not null,
  primary key (store_id, id)
);
create index share_open_of on share_open (store_id, code);

-- What people looked at, for the funnel: a count a day, member and product; no trail of single visits.
create table product_visit (
  store_id text not null,
  day date not null,
  member_id text not null,
  product_id text not null,
  visits int not null default 1,
  primary key (store_id, day, member_id, product_id)
);

-- ── work to do outside the database ──────────────────────────────────────────────────────────────────────────────

create table outbox (
  store_id text not null,
  id text not null,
  topic text not null,
  subject text,
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  attempts int not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (store_id, id)
);
create index outbox_waiting on outbox (store_id, next_try_at) where state = 'waiting';
create index outbox_dead on outbox (store_id, created_at) where state = 'dead';
