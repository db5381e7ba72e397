-- 0006: a group keeps the prices it was opened under, whatever the campaign asks of later groups.

alter table group_buy add column prices jsonb not null default '{}';
