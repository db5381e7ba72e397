/** What a member sees of themselves, with the numbers beside their tabs and what comes to them next, in one statement. */
import type { MemberId } from '@/domain/ids'
import { maskPhone } from '@/domain/member/mask-phone'
import { fen } from '@/domain/money'
import { pointsWorth } from '@/domain/points/spend'
import { DAY, dayStart, later, yearStart } from '@/domain/time'
import type { ComingOrder, MemberLevel, MeView } from '@/contract/member'
import { forgetMember } from '../runtime/identify'
import type { MemberSettingsRow } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

type Row = {
  name: string
  avatar: string | null
  level: MemberLevel
  isLeader: boolean
  phone: string | null
  settings: MemberSettingsRow
  servicePhone: string | null
  toPay: number
  toShip: number
  toReceive: number
  afterSale: number
  cart: number
  favorites: number
  unread: number
  coupons: number
  endingToday: number
  points: number
  savedFen: number
  coming: ComingOrder | null
}

/** The tabs are those of `order/list-orders.ts`; the cart counts pieces, as its badge does; favourites are those that their page lists. */
const statement = {
  name: 'member.me',
  text: `
select m.name, m.avatar, m.level, m.is_leader as "isLeader", m.phone, m.settings, o.*, w.*,
  (select settings ->> 'servicePhone' from store where id = $1) as "servicePhone",
  (select coalesce(sum(quantity), 0)::int from cart_line where store_id = $1 and member_id = $2) as cart,
  (select coalesce(sum(greatest(balance - owed, 0)), 0)::int from member_points where store_id = $1 and member_id = $2) as points,
  (select count(*)::int from favorite f join product p on p.store_id = $1 and p.id = f.product_id and p.status = 'on'
    where f.store_id = $1 and f.member_id = $2) as favorites,
  (select count(*)::int from inbox_message where store_id = $1 and member_id = $2 and read_at is null) as unread,
  (select json_build_object('id', c.id, 'firstTitle', c.first_title, 'fulfilment', c.fulfilment, 'pieces', c.pieces,
      'picture', (select picture from order_line where store_id = $1 and order_id = c.id order by line_no limit 1),
      'pickup', case when c.fulfilment = 'ready' and c.pickup_code is not null then (
        select json_build_object('point', p.name, 'hours', p.hours, 'code', c.pickup_code)
        from pickup_point p where p.store_id = $1 and p.id = c.pickup_point_id) end)
    from orders c
    where c.store_id = $1 and c.member_id = $2 and c.trade = 'fulfilling' and c.money <> 'refunding'
      and c.fulfilment in ('ready', 'shipped', 'part-shipped')
    order by (c.fulfilment = 'ready') desc, c.id desc limit 1) as coming
from member m
cross join lateral (
  select count(*) filter (where trade = 'awaiting-payment')::int as "toPay",
    count(*) filter (where trade in ('fulfilling', 'awaiting-group') and fulfilment in ('none', 'to-ship', 'part-shipped'))::int as "toShip",
    count(*) filter (where trade = 'fulfilling' and fulfilment in ('part-shipped', 'shipped', 'ready'))::int as "toReceive",
    count(*) filter (where money = 'refunding')::int as "afterSale",
    coalesce(sum((quote ->> 'savedFen')::bigint) filter (where money = 'paid' and paid_at >= $5::timestamptz), 0)::bigint as "savedFen"
  from orders where store_id = $1 and member_id = $2) o
cross join lateral (
  select count(*)::int as coupons,
    count(*) filter (where state = 'claimed' and expires_at <= $4::timestamptz)::int as "endingToday"
  from coupon where store_id = $1 and member_id = $2
    and (state = 'locked' or (state = 'claimed' and expires_at > $3::timestamptz))) w
where m.store_id = $1 and m.id = $2 and m.deleted_at is null`,
}

/** Null if there is no such member, or they have left. */
export const findMe = async (deps: Deps, memberId: MemberId): Promise<MeView | null> => {
  const now = deps.now()
  const tonight = later(dayStart(now), DAY)
  const asked = [deps.storeId, memberId, new Date(now), new Date(tonight), new Date(yearStart(now))]
  const [row] = await deps.database.run<Row>(statement, asked)
  if (!row) return null
  const { name, avatar, level, isLeader, phone, settings, servicePhone, coming, ...numbers } = row
  const { coupons, endingToday, points, savedFen, ...counts } = numbers
  return {
    id: memberId,
    name,
    avatar,
    isAvatarChecking: settings.pendingAvatar !== undefined,
    level,
    maskedPhone: phone && maskPhone(phone),
    isLeader,
    settings: { isPersonal: settings.isPersonal ?? true, isLargeText: settings.isLargeText ?? false },
    servicePhone,
    counts,
    wallet: { coupons, endingToday, points, pointsWorthFen: pointsWorth(points), savedThisYearFen: fen(savedFen) },
    coming,
  }
}

/** Somebody deleted on another instance is still known to this one: it forgets them here, and the call sent again is a stranger's. */
export const readMe = async (deps: Deps, memberId: MemberId): Promise<MeView> =>
  (await findMe(deps, memberId)) ?? gone(memberId)

export const gone = (memberId: MemberId): never => {
  forgetMember(memberId)
  throw Object.assign(new Error('the member has left'), { retryable: true })
}
