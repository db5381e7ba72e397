-- 0010: whoever deletes themselves and comes back with the same openid has had what they have had. Under a keyed code of the
-- openid stays how much of each running campaign was theirs, and nothing else; the clock forgets it when the campaign is over.

create table former_part (
  store_id text not null,
  -- HMAC of the openid with a key of this shop's own: nobody without the key can tell whose it is.
  openid_code text not null,
  kind text not null check (kind in ('coupon', 'flash', 'group', 'assist-card', 'assist-help', 'assist-try')),
  -- coupon template, flash slot, group campaign, assist card; empty for tries
  subject text not null,
  -- the slot's SKU, the name that a help has now, the hour of tries
  detail text not null default '',
  -- coupons, pieces, seats, tries
  n int not null check (n > 0),
  left_at timestamptz not null,
  primary key (store_id, openid_code, kind, subject, detail)
);
