/** The wallet by tab: what can be used, soonest to end first; what was used or is over, newest first. */
import type { coupon as contract, CouponView } from '@/contract/coupon'
import type { OutputOf } from '@/contract/define'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { couponColumns, couponView, type CouponRow } from './coupon-view'

type Mine = OutputOf<typeof contract.mine>
type Tab = keyof Mine['counts']

const PAGE = 20

/** One condition a tab; the same words count them. $3 is now. A locked coupon waits for its order, whatever the clock says. */
const tabs = {
  usable: `(c.state = 'locked' or (c.state = 'claimed' and c.expires_at > $3::timestamptz))`,
  used: `c.state = 'used'`,
  expired: `(c.state in ('expired', 'voided') or (c.state = 'claimed' and c.expires_at <= $3::timestamptz))`,
} as const satisfies Record<Tab, string>

const orders = {
  usable: { key: 'c.expires_at', direction: 'asc', after: '>' },
  used: { key: 'coalesce(c.ended_at, c.expires_at)', direction: 'desc', after: '<' },
  expired: { key: 'coalesce(c.ended_at, c.expires_at)', direction: 'desc', after: '<' },
} as const satisfies Record<Tab, object>

const listStatement = (tab: Tab) => {
  const { key, direction, after } = orders[tab]
  return {
    name: `coupon.list.${tab}`,
    text: `
select ${couponColumns}, (extract(epoch from ${key}) * 1000)::bigint as key from coupon c
where c.store_id = $1 and c.member_id = $2 and $3::timestamptz is not null and ${tabs[tab]}
  and ($4::timestamptz is null or (date_trunc('milliseconds', ${key}), c.id) ${after} ($4::timestamptz, $5::text))
order by date_trunc('milliseconds', ${key}) ${direction}, c.id ${direction} limit ${PAGE + 1}`,
  }
}

const countStatement = {
  name: 'coupon.count-tabs',
  text: `
select ${(Object.keys(tabs) as Tab[]).map((tab) => `count(*) filter (where ${tabs[tab]})::int as ${tab}`).join(', ')}
from coupon c where c.store_id = $1 and c.member_id = $2 and $3::timestamptz is not null`,
}

const PLACE = /^(\d{1,15})\.(cpn_[0-9a-z]{10,26})$/

export const listMine: UseCase<typeof contract.mine> = async (deps, { memberId }, { tab, cursor }) => {
  const place = PLACE.exec(cursor ?? '')
  const asked = [deps.storeId, memberId, new Date(deps.now())]
  const [rows, [counts]] = await Promise.all([
    deps.database.run<CouponRow & { key: number }>(listStatement(tab), [
      ...asked,
      place ? new Date(Number(place[1])) : null,
      place?.[2] ?? null,
    ]),
    deps.database.run<Mine['counts']>(countStatement, asked),
  ])
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return ok({
    items: shown.map(({ key: _key, ...row }): CouponView => couponView(row)),
    next: last ? `${last.key}.${last.id}` : null,
    counts: counts ?? { usable: 0, used: 0, expired: 0 },
  })
}
