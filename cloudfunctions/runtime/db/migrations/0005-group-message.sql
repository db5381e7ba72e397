-- 0005: which version of a group its dynamic message shows, so that a late worker never counts a chat's card down again.

alter table group_buy add column told_version int;
