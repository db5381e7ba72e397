-- 0002: WeChat pushes its verdict on a picture with nothing but a trace id, so the member who waits is found by it.

create index member_avatar_pending on member (store_id, (settings -> 'pendingAvatar' ->> 'traceId'))
  where settings -> 'pendingAvatar' is not null;
