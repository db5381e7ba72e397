-- 0017: points that were clawed back after they were spent are owed by who comes back, too, for as long as a code is kept: a year.

alter table former_part drop constraint former_part_kind_check;
alter table former_part add constraint former_part_kind_check
  check (kind in ('coupon', 'flash', 'group', 'assist-card', 'assist-help', 'assist-try', 'points-owed'));
