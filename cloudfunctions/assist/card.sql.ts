/** An assist card with everything that its screens draw and its rules ask, in one statement: by id, or by a share's code. */
import type { AssistCardId, CouponId, MemberId } from '@/domain/ids'
import { HELPERS, type CardState } from '@/domain/assist/card'
import { dayText, HOUR, type EpochMs } from '@/domain/time'
import { couponColumns, type CouponRow } from '../coupon/coupon-view'
import type { Deps } from '../runtime/deps'
import { together } from '../runtime/together'
import { campaignJson, type CampaignRow } from './campaign-json.sql'

export type PersonRow = { readonly name: string | null; readonly avatar: string | null }

/** The caller, beside the card. */
export type FriendRow = {
  readonly name: string
  readonly avatar: string | null
  readonly openid: string | null
  /** The card of this campaign that they helped. */
  readonly helpedCardId: AssistCardId | null
  readonly coupon: CouponRow | null
  readonly helpsToday: number
  readonly triesThisHour: number
}

export type CardRecord = {
  readonly id: AssistCardId
  readonly state: CardState
  readonly version: number
  readonly helpers: number
  readonly helped: number
  readonly startedAt: number
  readonly deadlineAt: number
  readonly couponId: CouponId | null
  readonly voidReason: string | null
  readonly cardPicture: string | null
  /** Of the card that the picture shows. */
  readonly cardVersion: number | null
  readonly activityId: string | null
  readonly ownerId: MemberId
  /** Null where they deleted themselves. */
  readonly owner: PersonRow | null
  readonly people: readonly (PersonRow & { readonly at: number })[] | null
  readonly campaign: CampaignRow
  readonly coupon: CouponRow | null
  /** Null for a stranger, and for a member who is gone. */
  readonly friend: FriendRow | null
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`
const couponJson = (id: string): string =>
  `(select row_to_json(k) from (select ${couponColumns} from coupon c where c.store_id = $1 and c.id = ${id}) k)`

const readCardsStatement = {
  name: 'assist.read-cards',
  text: `
with asked as (
  select * from unnest($2::text[], $3::text[], $4::text[]) with ordinality as u (id, code, member_id, place)
), named as (
  select place, member_id, id from asked where id is not null
  union all
  select q.place, q.member_id, s.assist_id from asked q
  join share s on s.store_id = $1 and s.code = q.code and s.assist_id <> ''
)
select n.place::int as place, a.id, a.state, a.version, a.helpers, a.helped, ${ms('a.started_at')} as "startedAt", ${ms('a.deadline_at')} as "deadlineAt",
  a.coupon_id as "couponId", a.void_reason as "voidReason", a.card_picture as "cardPicture", a.card_version as "cardVersion",
  case when a.activity_expires_at > $5::timestamptz then a.activity_id end as "activityId",
  a.member_id as "ownerId",
  (select json_build_object('name', name, 'avatar', avatar) from member
    where store_id = $1 and id = a.member_id and deleted_at is null) as owner,
  (select json_agg(json_build_object('name', m.name, 'avatar', m.avatar, 'at', ${ms('h.at')}) order by h.at, h.helper_id)
    -- in the order of the key, a range of it: to a plan made while nobody had helped, any index of the store's helps was as good,
    -- and later helps walked all of them (0.5 to 2.5 ms)
    from (select helper_id, at from assist_help where store_id = $1 and card_id between a.id and a.id
      order by card_id, helper_id limit ${HELPERS.max}) h
    left join member m on m.store_id = $1 and m.id = h.helper_id and m.deleted_at is null) as people,
  ${campaignJson('a.member_id', 'n.member_id')} as campaign,
  ${couponJson('a.coupon_id')} as coupon,
  (select json_build_object('name', f.name, 'avatar', f.avatar, 'openid', f.openid, 'helpedCardId', h.card_id,
      'coupon', ${couponJson('h.coupon_id')},
      'helpsToday', (select count(*) from assist_help where store_id = $1 and helper_id = n.member_id and day = $6::date),
      'triesThisHour', coalesce((select tries from assist_try where store_id = $1 and member_id = n.member_id and hour = $7::timestamptz), 0))
    from member f left join assist_help h on h.store_id = $1 and h.campaign_id = a.campaign_id and h.helper_id = n.member_id
    where f.store_id = $1 and f.id = n.member_id and f.deleted_at is null) as friend
from named n
join assist_card a on a.store_id = $1 and a.id = n.id
join assist_campaign g on g.store_id = $1 and g.id = a.campaign_id`,
}

export type CardName = { readonly cardId: AssistCardId } | { readonly code: string }

export const hourOf = (now: EpochMs): Date => new Date(Math.floor(now / HOUR) * HOUR)

type Ask = { readonly name: CardName; readonly memberId: MemberId | null }

/** Looks of a crowd go to the database together. */
const askCard = together<Ask, CardRecord | null>(async (deps, asks) => {
  const now = deps.now()
  const rows = await deps.database.run<CardRecord & { readonly place: number }>(readCardsStatement, [
    deps.storeId,
    asks.map(({ name }) => ('cardId' in name ? name.cardId : null)),
    asks.map(({ name }) => ('code' in name ? name.code : null)),
    asks.map(({ memberId }) => memberId),
    new Date(now),
    dayText(now),
    hourOf(now),
  ])
  const found = new Map(rows.map(({ place, ...row }) => [place, row]))
  return asks.map((_, nth) => found.get(nth + 1) ?? null)
})

/** Null for nothing of that name; whether it is the caller's own is for the caller to look at. */
export const readCard = (deps: Deps, name: CardName, memberId: MemberId | null): Promise<CardRecord | null> =>
  askCard(deps, { name, memberId })

const readPulseStatement = {
  name: 'assist.read-pulse',
  text: `select version from assist_card where store_id = $1 and id = $2 and member_id = $3`,
}

/** Null for somebody else's. */
export const readPulse = async (deps: Deps, cardId: AssistCardId, memberId: MemberId): Promise<number | null> =>
  (await deps.database.run<{ version: number }>(readPulseStatement, [deps.storeId, cardId, memberId]))[0]?.version ??
  null
