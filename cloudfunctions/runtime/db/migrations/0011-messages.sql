-- 0011: what the shop tells its members. Everything told stands in the inbox; WeChat's message goes only where one was
-- allowed, so permissions are counted, with a ledger of every answer and every use.

create table inbox_message (
  store_id text not null,
  member_id text not null,
  id text not null,
  kind text not null,
  -- What it is about, e.g. a parcel: told twice, it is written once.
  subject text not null,
  facts jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  -- Whether WeChat's message is still to go, has gone, or never will.
  sending text not null check (sending in ('waiting', 'sent', 'inbox')),
  -- Why it stays in the inbox.
  kept_for text,
  sent_at timestamptz,
  primary key (store_id, member_id, id),
  constraint message_told_once unique (store_id, member_id, kind, subject)
);
create index inbox_message_unread on inbox_message (store_id, member_id) where read_at is null;
create index inbox_message_sent on inbox_message (store_id, member_id, sent_at) where sent_at is not null;

create table message_permit (
  store_id text not null,
  member_id text not null,
  template text not null,
  permits int not null default 0,
  -- In a row; a yes forgets them.
  refusals int not null default 0,
  held_off_at timestamptz,
  primary key (store_id, member_id, template),
  constraint permit_used_up check (permits >= 0)
) with (fillfactor = 70);

create table message_permit_entry (
  store_id text not null,
  member_id text not null,
  id text not null,
  template text not null,
  kind text not null check (kind in ('accept', 'reject', 'off', 'ban', 'filter', 'used', 'returned', 'empty', 'again')),
  -- At which moment was asked.
  moment text,
  -- The request that answered, or the message that used it.
  source_id text not null,
  permits int not null,
  at timestamptz not null,
  primary key (store_id, member_id, id)
);
-- An answer that is sent again counts once.
create unique index permit_answered_once on message_permit_entry (store_id, member_id, template, source_id)
  where kind in ('accept', 'reject', 'off', 'ban', 'filter');
create index message_permit_entry_use on message_permit_entry (store_id, member_id, template, source_id);

-- Reminders of coupons are messages like the others from now on.
update outbox set state = 'done', done_at = now() where topic = 'coupon.remind' and state = 'waiting';

-- WeChat's card of an order (服务动态), which hangs on its payment and needs no permission.
create table service_card (
  store_id text not null,
  order_id text not null,
  -- WeChat's id of the status that it shows; 0 where WeChat would not have it.
  status int not null,
  -- What WeChat said when it would not.
  refused int,
  activated_at timestamptz not null,
  primary key (store_id, order_id)
);
