/**
 * "Your coupon ends tomorrow": the clock looks who has one to be reminded of, marks it and writes a letter, in one
 * transaction a member; the letter becomes a subscription message for those who asked for one, and nothing for the others.
 */
import { sql } from 'kysely'
import { dueReminders, isReminderHour } from '@/domain/coupon/reminder'
import type { CouponId, MemberId } from '@/domain/ids'
import { DAY, dayStart, epochMs, later, minuteText, type EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'
import { enqueue, type LetterHandler, type LetterHandlers } from '../runtime/outbox'

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
      .select(['id', 'claimed_at', 'valid_from', 'expires_at', 'reminded_at'])
      .where('store_id', '=', deps.storeId)
      .where('member_id', '=', memberId)
      .where('expires_at', '>', new Date(now))
      .where('state', 'in', ['claimed', 'locked'])
      .orderBy('id')
      .forUpdate()
      .execute()
    const due = dueReminders(
      held.map((row) => ({
        id: row.id,
        claimedAt: epochMs(row.claimed_at.getTime()),
        validFromAt: epochMs(row.valid_from.getTime()),
        expiresAt: epochMs(row.expires_at.getTime()),
        remindedAt: row.reminded_at && epochMs(row.reminded_at.getTime()),
      })),
      now,
    )
    const couponIds = due.map((coupon) => coupon.id)
    if (couponIds.length === 0) return
    await trx
      .updateTable('coupon')
      .set({ reminded_at: new Date(now) })
      .where('store_id', '=', deps.storeId)
      .where('id', 'in', couponIds)
      .execute()
    await enqueue(trx, deps, { topic: 'coupon.remind', subject: memberId, payload: { couponIds } })
  })

/** Where the message leads. */
const WALLET_PAGE = 'packages/coupon/mine/index'

/** What was used meanwhile is not named; somebody who did not ask for the message, or has used up the one they allowed, gets none. */
const sendReminder: LetterHandler = async (deps, { subject, payload }) => {
  const templateId = deps.config.MESSAGE_TEMPLATE_COUPON
  const [first, ...more] = await stillHeld(deps, subject ?? '', payload['couponIds'] as CouponId[])
  if (!templateId || !first?.openid) return
  const data = {
    thing1: first.name.slice(0, 20),
    time2: minuteText(epochMs(first.expires_at.getTime())),
    thing3: more.length > 0 ? `还有 ${more.length} 张也快到期了` : '用它买点爱吃的吧',
  }
  const answer = await deps.wechat.sendSubscribeMessage({ openid: first.openid, templateId, page: WALLET_PAGE, data })
  if (answer !== 'ok') deps.log.info({ subject, refused: answer.refused }, 'a reminder was not wanted')
}

export const couponLetters: LetterHandlers = { 'coupon.remind': sendReminder }

const stillHeld = (deps: Deps, memberId: string, couponIds: readonly CouponId[]) =>
  deps.db
    .selectFrom('coupon as c')
    .innerJoin('member as m', (j) => j.onRef('m.store_id', '=', 'c.store_id').onRef('m.id', '=', 'c.member_id'))
    .select(['c.name', 'c.expires_at', 'm.openid'])
    .where('c.store_id', '=', deps.storeId)
    .where('c.member_id', '=', memberId)
    .where('c.id', 'in', [...couponIds])
    .where('c.state', '=', 'claimed')
    .where('c.expires_at', '>', new Date(deps.now()))
    .orderBy('c.expires_at')
    .execute()
