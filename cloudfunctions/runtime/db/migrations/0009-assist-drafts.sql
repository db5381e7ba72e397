-- 0009: an assist campaign may be written down before it is right, as WeChat's rules are told to whoever writes it; published,
-- its bounds hold. `share_title` are the words on the card in the chat.

alter table assist_campaign drop constraint assist_campaign_helpers_check;
alter table assist_campaign drop constraint assist_campaign_life_minutes_check;
alter table assist_campaign add constraint assist_helpers
  check (helpers between 1 and 20 and (helpers <= 4 or status in ('draft', 'ended')));
alter table assist_campaign add constraint assist_life
  check (life_minutes between 1 and 10080 and (life_minutes between 10 and 1440 or status in ('draft', 'ended')));
alter table assist_campaign add column share_title text not null default '';
