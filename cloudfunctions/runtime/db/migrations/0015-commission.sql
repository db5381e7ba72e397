-- 0015: commission, one level only. A row for each order line; every movement of it is postings that sum to zero.

create table commission_terms (
  store_id text primary key,
  rate_bp int not null default 800 check (rate_bp between 0 and 5000),
  -- A leader prices between this share of the shop's price and the price itself.
  floor_bp int not null default 7000 check (floor_bp between 1000 and 10000),
  updated_by text,
  updated_at timestamptz not null
);
alter table product add column commission_bp int constraint product_commission check (commission_bp between 0 and 5000);

-- A member opened a leader's card, or entered through a leader's community. The last one within seven days counts.
create table touch (
  store_id text not null,
  member_id text not null,
  at timestamptz not null,
  leader_id text not null,
  via text not null check (via in ('card', 'community')),
  -- The share code or the community's id.
  source text not null,
  primary key (store_id, member_id, at, leader_id)
);
create index touch_by_time on touch (store_id, at);

-- Who earns, decided and frozen when the order is placed; null = nobody.
alter table orders add column leader_id text;
-- `Attribution` of the domain, as it stands on the statement.
alter table orders add column attribution jsonb;
alter table order_line add column rate_bp int;
create index orders_of_leader on orders (store_id, leader_id, id) where leader_id is not null;

create table earning (
  store_id text not null,
  id text not null,
  kind text not null check (kind in ('commission', 'claw-back', 'adjustment')),
  leader_id text not null,
  order_id text,
  line_id text,
  base_fen bigint not null,
  rate_bp int not null,
  amount_fen bigint not null,
  state text not null check (state in
    ('estimated', 'accrued', 'held', 'payable', 'paying', 'awaiting-confirm', 'paid', 'failed', 'dropped')),
  clawed_fen bigint not null default 0,
  open_after_sales int not null default 0 check (open_after_sales >= 0),
  is_own_purchase boolean not null default false,
  booked_at timestamptz not null,
  received_at timestamptz,
  release_at timestamptz,
  transfer_id text,
  -- On a claw-back: {ofId, fromFen, toFen}.
  takes jsonb,
  remark text,
  staff_id text,
  -- Of an adjustment, so that a second tap books nothing.
  request_id text,
  -- How many movements it has had.
  moves int not null default 0,
  primary key (store_id, id)
) with (fillfactor = 80);
create unique index earning_once on earning (store_id, line_id) where kind = 'commission';
create unique index earning_request_repeated on earning (store_id, request_id) where request_id is not null;
create index earning_of_order on earning (store_id, order_id);
create index earning_of_leader on earning (store_id, leader_id, booked_at desc, id desc);
create index earning_due on earning (store_id, release_at) where state = 'accrued';
create index earning_payable on earning (store_id, leader_id) where state = 'payable';
create index earning_of_transfer on earning (store_id, transfer_id) where transfer_id is not null;

-- The ledger. Rows are written once and never changed.
create table earning_movement (
  store_id text not null,
  earning_id text not null,
  seq int not null,
  leader_id text not null,
  cause text not null,
  transfer_id text,
  -- `Snapshot` before and after; before is null for the first.
  from_row jsonb,
  to_row jsonb not null,
  -- [{account, amountFen}], summing to zero.
  postings jsonb not null,
  at timestamptz not null,
  primary key (store_id, earning_id, seq)
);
create index earning_movement_of_leader on earning_movement (store_id, leader_id, at, earning_id, seq);

create function sums_to_zero(postings jsonb) returns boolean language sql immutable as
  $$ select coalesce(sum((p->>'amountFen')::bigint), 0) = 0 from jsonb_array_elements(postings) p $$;
alter table earning_movement add constraint ledger_not_zero check (sums_to_zero(postings));

create table payout (
  store_id text not null,
  id text not null,
  leader_id text not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn', 'finished')),
  amount_fen bigint not null check (amount_fen > 0),
  maker_id text not null,
  checker_id text,
  reason text,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  finished_at timestamptz,
  primary key (store_id, id),
  constraint payout_same_person check (checker_id is null or checker_id <> maker_id)
);
create unique index payout_open on payout (store_id, leader_id) where state in ('proposed', 'approved');
create index payout_by_time on payout (store_id, proposed_at desc, id desc);

create table payout_row (
  store_id text not null,
  payout_id text not null,
  earning_id text not null,
  transfer_no smallint not null,
  amount_fen bigint not null,
  primary key (store_id, payout_id, earning_id)
);

create table transfer (
  store_id text not null,
  id text not null,
  payout_id text not null,
  leader_id text not null,
  out_bill_no text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('unsent', 'sending', 'awaiting-confirm', 'paid', 'failed', 'lapsed')),
  -- What the leader's phone hands to WeChat to confirm.
  package_info text,
  wechat_bill_no text,
  fail_reason text,
  asked_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (store_id, id),
  constraint transfer_number_taken unique (store_id, out_bill_no)
);
create index transfer_open on transfer (store_id, asked_at) where state in ('unsent', 'sending', 'awaiting-confirm');
create index transfer_of_leader on transfer (store_id, leader_id, created_at desc);

-- When the books were last checked as a whole.
create table ledger_check (
  store_id text primary key,
  checked_at timestamptz not null
);

-- What the nightly check of the books found; nothing is mended by itself.
create table ledger_finding (
  store_id text not null,
  id text not null,
  leader_id text,
  kind text not null,
  facts jsonb not null,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  primary key (store_id, id)
);
create index ledger_finding_open on ledger_finding (store_id, found_at desc) where settled_at is null;
