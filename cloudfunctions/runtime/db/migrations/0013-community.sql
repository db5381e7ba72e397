-- 0013: communities and their leaders. Whoever changes a community locks its row first.

create table leader (
  store_id text not null,
  member_id text not null,
  state text not null check (state in ('applied', 'approved', 'rejected', 'suspended')),
  -- When it came to stand so.
  since_at timestamptz not null,
  applied_at timestamptz not null,
  -- What the applicant wrote: the neighbourhood, and how they would hand over.
  neighbourhood text not null,
  intro text not null default '',
  -- Agreed with this leader; null = as everybody (`commission_terms`).
  rate_bp int constraint leader_rate check (rate_bp between 0 and 5000),
  decided_by text,
  reason text,
  primary key (store_id, member_id)
);
create index leader_by_state on leader (store_id, state, since_at desc, member_id);

create table community (
  store_id text not null,
  id text not null,
  leader_id text not null,
  name text not null,
  -- What the leader says of it, and what its members get.
  note text not null default '',
  state text not null check (state in ('active', 'paused', 'closed')),
  paused_by text check (paused_by in ('leader', 'staff')),
  -- Proposed for new sales; an empty list means the store's courier.
  pickup_point_ids text[] not null default '{}',
  version int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  constraint community_paused_by check ((state = 'paused') = (paused_by is not null))
);
create index community_of_leader on community (store_id, leader_id) where state <> 'closed';

create table community_member (
  store_id text not null,
  community_id text not null,
  member_id text not null,
  state text not null check (state in ('joined', 'muted', 'left')),
  joined_at timestamptz not null,
  since_at timestamptz not null,
  primary key (store_id, community_id, member_id)
);
create index community_member_of on community_member (store_id, member_id) where state <> 'left';

-- A WeChat group belongs to one community of a shop. The opengid is what WeChat decrypted, never what a client says.
create table community_group (
  store_id text not null,
  opengid text not null,
  community_id text not null,
  bound_by text not null,
  bound_at timestamptz not null,
  constraint community_group_taken primary key (store_id, opengid)
);
create index community_group_of on community_group (store_id, community_id);

create table community_hand_over (
  store_id text not null,
  id text not null,
  community_id text not null,
  from_id text not null,
  to_id text not null,
  state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  offered_at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, id)
);
create unique index hand_over_open on community_hand_over (store_id, community_id) where state = 'offered';
create index hand_over_to on community_hand_over (store_id, to_id) where state = 'offered';
create index hand_over_due on community_hand_over (store_id, offered_at) where state = 'offered';

-- A shared card may stand for a community, or for a sale in it.
alter table share add column community_id text not null default '';
alter table share add column sale_id text not null default '';
drop index share_once_a_day;
create unique index share_once_a_day on share
  (store_id, member_id, coalesce(product_id, ''), group_id, assist_id, community_id, sale_id, channel, day);
create index share_of_sale on share (store_id, sale_id) where sale_id <> '';
