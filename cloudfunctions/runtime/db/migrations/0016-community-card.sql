-- 0016: a community's invite card is drawn ahead, as a group sale's is, instead of WeChat's photograph of the page.

alter table community add column card_picture text;
-- Up to when everything that happened is on the picture: who joined and which sale opened since then is looked for.
alter table community add column card_as_of timestamptz;
create index community_member_since on community_member (store_id, community_id, since_at);
