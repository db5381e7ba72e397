/** "Your coupon ends tomorrow": the clock looks who has one to be reminded of, marks it and tells them, in one transaction a member. */
import { sql } from 'kysely'
import { dueReminders, isReminderHour } from '@/domain/coupon/reminder'
import type { CouponId, MemberId } from '@/domain/ids'
import { DAY, dayStart, epochMs, later, type EpochMs } from '@/domain/time'
import { tell } from '../message/tell'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'

const BATCH = 100

export const remindOfCoupons = async (deps: Deps): Promise<Round> => {
  const now = deps.now()
  if (!isReminderHour(now)) return { done: 0, failed: 0 }
  return eachDue<MemberId>(deps, await membersToRemind(deps, now), (memberId) => remind(deps, memberId, now))
}

/** Wider than the rule, which decides: whoever holds one that ends by tomorrow night and has heard of none today. */
const membersToRemind = async (deps: Deps, now: EpochMs): Promise<{ id: string }[]> => {
  const today = dayStart(now)
  const { rows } = await sql<{ id: string }>`
    select c.member_id as id from coupon c
    where c.store_id = ${deps.storeId} and c.state = 'claimed' and c.expires_at > ${new Date(now)}
      and c.expires_at <= ${new Date(later(today, 2 * DAY))} and c.reminded_at is null
      and c.expires_at - greatest(c.claimed_at, c.valid_from) >= interval '2 days'
      and not exists (select from coupon h where h.store_id = c.store_id and h.member_id = c.member_id
        and h.reminded_at >= ${new Date(today)})
    group by c.member_id limit ${BATCH}`.execute(deps.db)
  return rows
}

const remind = (deps: Deps, memberId: MemberId, now: EpochMs): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const held = await trx
      .selectFrom('coupon')
      .select(['id', 'name', 'claimed_at', 'valid_from', 'expires_at', 'reminded_at'])
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .where('expires_at', '>', new Date(now))
      .where('state', 'in', ['claimed', 'locked'])
      .orderBy('id')
      .forUpdate()
      .execute()
    const due = dueReminders(
      held.map((row) => ({
        id: row.id as CouponId,
        name: row.name,
        claimedAt: epochMs(row.claimed_at.getTime()),
        validFromAt: epochMs(row.valid_from.getTime()),
        expiresAt: epochMs(row.expires_at.getTime()),
        remindedAt: row.reminded_at && epochMs(row.reminded_at.getTime()),
      })),
      now,
    )
    const couponIds = due.map((coupon) => coupon.id)
    const [first] = due
    if (!first) return
    await trx
      .updateTable('coupon')
      .set({ reminded_at: new Date(now) })
      .where('store_id', '=', deps.storeId)
      .where('id', 'in', couponIds)
      .execute()
    const facts = { couponIds, name: first.name, expiresAt: first.expiresAt }
    await tell(trx, deps, [{ kind: 'coupon-ending', memberId, subject: first.id, facts }])
  })
