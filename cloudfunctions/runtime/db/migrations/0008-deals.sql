-- 0008: coupons, promotions, points, flash sales and assist cards. What the calculation reads is the domain's own shape, as
-- JSON; what guards money is a column with a constraint named after its refusal.

create table coupon_template (
  store_id text not null,
  id text not null,
  name text not null,
  -- CouponTerms: offer, thresholdFen, scope, combines
  terms jsonb not null,
  status text not null check (status in ('draft', 'live', 'paused', 'ended')),
  -- Stands in the claim centre; the others are reached by code, assist or grant only.
  is_claimable boolean not null default false,
  claim_from timestamptz,
  claim_until timestamptz,
  -- Either fixed dates or days from the claim.
  valid_from timestamptz,
  valid_until timestamptz,
  valid_days int check (valid_days between 1 and 365),
  budget int not null check (budget >= 0),
  issued int not null default 0,
  per_person int not null default 1 check (per_person between 1 and 100),
  -- Claims of everybody in one day; null = no such limit.
  per_day int check (per_day > 0),
  position int not null default 0,
  version int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  constraint coupon_sold_out check (issued between 0 and budget),
  constraint coupon_validity check ((valid_days is null) <> (valid_until is null))
) with (fillfactor = 60);

-- Claims of a template in one day, for `per_day`.
create table coupon_day (
  store_id text not null,
  template_id text not null,
  day date not null,
  claimed int not null default 0,
  most int not null,
  primary key (store_id, template_id, day),
  constraint coupon_day_limit check (claimed between 0 and most)
);

create table coupon (
  store_id text not null,
  id text not null,
  template_id text not null,
  member_id text not null,
  -- The member's n-th of this template; with the key below the last guard of `per_person`.
  nth smallint not null,
  name text not null,
  terms jsonb not null,
  source text not null check (source in ('claim', 'assist', 'assist-helper', 'assist-consolation', 'code', 'staff', 'new-member')),
  -- The card, code or grant it came by: one coupon each.
  source_id text,
  state text not null check (state in ('claimed', 'locked', 'used', 'expired', 'voided')),
  valid_from timestamptz not null,
  expires_at timestamptz not null,
  order_id text,
  claimed_at timestamptz not null,
  ended_at timestamptz,
  void_reason text,
  reminded_at timestamptz,
  primary key (store_id, id),
  constraint coupon_limit_reached unique (store_id, template_id, member_id, nth)
) with (fillfactor = 80);
create unique index coupon_granted_once on coupon (store_id, source, source_id, member_id) where source_id is not null;
create index coupon_held on coupon (store_id, member_id, expires_at) where state in ('claimed', 'locked');
create index coupon_of_member on coupon (store_id, member_id, id desc);
create index coupon_of_order on coupon (store_id, order_id) where order_id is not null;
create index coupon_to_expire on coupon (store_id, expires_at) where state = 'claimed';

create table coupon_code (
  store_id text not null,
  -- Upper case, without spaces and dashes.
  code text not null,
  template_id text not null,
  batch text not null,
  member_id text,
  coupon_id text,
  used_at timestamptz,
  created_at timestamptz not null,
  primary key (store_id, code)
);
create index coupon_code_of_batch on coupon_code (store_id, template_id, batch);

-- Line promotions and 满减, in the staff's order.
create table promotion (
  store_id text not null,
  id text not null,
  name text not null,
  -- Promotion of the domain, without id, name and dates
  body jsonb not null,
  status text not null check (status in ('draft', 'live', 'paused', 'ended')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  position int not null default 0,
  version int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  constraint promotion_dates check (starts_at < ends_at)
);
create index promotion_live on promotion (store_id, position, id) where status = 'live';

-- What can be spent is balance − owed; balance + frozen − owed = sum of points_entry. Frozen points lie in unpaid orders;
-- owed are claw-backs of points that are spent already, paid off by what is earned next.
create table member_points (
  store_id text not null,
  member_id text not null,
  balance bigint not null default 0,
  frozen bigint not null default 0 check (frozen >= 0),
  owed bigint not null default 0 check (owed >= 0),
  primary key (store_id, member_id),
  constraint points_short check (balance >= 0)
) with (fillfactor = 70);
create table points_entry (
  store_id text not null,
  member_id text not null,
  id text not null,
  kind text not null check (kind in ('earned', 'spent', 'returned', 'clawed-back', 'granted')),
  points int not null check (points <> 0),
  order_id text,
  -- The refund, grant or order the row stands for: one row each.
  source_id text not null,
  at timestamptz not null,
  primary key (store_id, member_id, id),
  constraint points_told_once unique (store_id, member_id, kind, source_id)
);

alter table member add column level_checked_at timestamptz;
create index member_level_due on member (store_id, level_checked_at nulls first) where deleted_at is null;

create table flash_slot (
  store_id text not null,
  id text not null,
  name text not null,
  status text not null check (status in ('draft', 'live', 'ended')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  version int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  constraint flash_dates check (starts_at < ends_at)
);
create index flash_slot_live on flash_slot (store_id, ends_at) where status = 'live';

create table flash_item (
  store_id text not null,
  slot_id text not null,
  sku_id text not null,
  product_id text not null,
  price_fen bigint not null check (price_fen > 0),
  stock_share int not null check (stock_share >= 0),
  taken int not null default 0,
  per_person int not null default 1 check (per_person between 1 and 99),
  position int not null default 0,
  primary key (store_id, slot_id, sku_id),
  constraint flash_sold_out check (taken between 0 and stock_share)
) with (fillfactor = 60);
create index flash_item_of_product on flash_item (store_id, product_id);

create table flash_buyer (
  store_id text not null,
  slot_id text not null,
  sku_id text not null,
  member_id text not null,
  pieces int not null,
  most int not null,
  primary key (store_id, slot_id, sku_id, member_id),
  constraint flash_limit_reached check (pieces between 0 and most)
) with (fillfactor = 80);

-- Pieces whose lines have the price rule `flash` hold this slot's share.
alter table orders add column flash_slot_id text;
-- What of its buyer's own the order holds or has used: {couponIds, points}. Null for most orders, which so cost nothing more.
alter table orders add column deals jsonb;

create table assist_campaign (
  store_id text not null,
  id text not null,
  name text not null,
  template_id text not null,
  helper_template_id text,
  -- Offered to whoever did not get enough helpers; can be had without friends anyway.
  instead_template_id text,
  helpers smallint not null check (helpers between 1 and 4),
  life_minutes int not null check (life_minutes between 10 and 1440),
  budget int not null check (budget >= 0),
  unlocked int not null default 0,
  starts_per_hour int not null check (starts_per_hour > 0),
  rules jsonb not null,
  status text not null check (status in ('draft', 'live', 'paused', 'ended')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  version int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  constraint assist_sold_out check (unlocked between 0 and budget),
  constraint assist_dates check (starts_at < ends_at)
) with (fillfactor = 60);

-- Attempts to start, by campaign and hour, for `starts_per_hour`.
create table assist_hour (
  store_id text not null,
  campaign_id text not null,
  hour timestamptz not null,
  starts int not null default 0,
  most int not null,
  primary key (store_id, campaign_id, hour),
  constraint assist_busy check (starts between 0 and most)
);

create table assist_card (
  store_id text not null,
  id text not null,
  campaign_id text not null,
  member_id text not null,
  state text not null check (state in ('collecting', 'unlocked', 'expired', 'voided')),
  helpers smallint not null check (helpers between 1 and 4),
  helped smallint not null default 0,
  started_at timestamptz not null,
  deadline_at timestamptz not null,
  unlocked_at timestamptz,
  ended_at timestamptz,
  coupon_id text,
  void_reason text,
  version int not null default 0,
  card_picture text,
  card_version int,
  activity_id text,
  activity_expires_at timestamptz,
  message_version int,
  primary key (store_id, id),
  constraint assist_unlocked check (helped between 0 and helpers)
) with (fillfactor = 70);
create unique index assist_had_one on assist_card (store_id, campaign_id, member_id) where state in ('collecting', 'unlocked');
create index assist_card_due on assist_card (store_id, deadline_at) where state = 'collecting';
create index assist_card_of_member on assist_card (store_id, member_id, id desc);
create index assist_card_of_campaign on assist_card (store_id, campaign_id, id desc);

create table assist_help (
  store_id text not null,
  card_id text not null,
  helper_id text not null,
  campaign_id text not null,
  day date not null,
  nth_of_day smallint not null,
  at timestamptz not null,
  risk_rank smallint,
  coupon_id text,
  primary key (store_id, card_id, helper_id),
  constraint assist_already_helped unique (store_id, campaign_id, helper_id),
  constraint assist_day_limit unique (store_id, helper_id, day, nth_of_day),
  constraint assist_day_most check (nth_of_day between 1 and 3)
);

-- Taps of one person in one hour that were refused: nobody gets to many by hand.
create table assist_try (
  store_id text not null,
  member_id text not null,
  hour timestamptz not null,
  tries int not null default 0,
  primary key (store_id, member_id, hour)
);

-- A shared card may stand for an assist card, too; its product is then none.
alter table share alter column product_id drop not null;
alter table share add column assist_id text not null default '';
alter table share drop constraint share_once_a_day;
create unique index share_once_a_day on share (store_id, member_id, coalesce(product_id, ''), group_id, assist_id, channel, day);
create index share_of_assist on share (store_id, assist_id) where assist_id <> '';
