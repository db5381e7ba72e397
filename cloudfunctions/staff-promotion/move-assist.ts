/** Publishes, rests and ends an assist campaign; and the switch that stops all of them at once. */
import { sql } from 'kysely'
import type { staffPromotion } from '@/contract/staff-promotion'
import { lintCampaign } from '@/domain/assist/lint'
import { ok, refuse } from '@/domain/result'
import { voidAssistCard } from '../assist/void-card'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'
import { openAct } from './open-act'
import { draftOf, lockAssist, readCard, readCoupons } from './assist.sql'
import { whyCouponsOff } from './coupons-off'
import { assistReopened } from './save-assist'

type Moved = Awaited<ReturnType<UseCase<typeof staffPromotion.moveAssist>>>
type No = Extract<Moved, { ok: false }>

/** The linter reads what is stored, not what a screen claims. */
export const moveAssist: UseCase<typeof staffPromotion.moveAssist> = async (deps, caller, input) => {
  const { campaignId, version, act } = input
  const moved = await deps.db.transaction().execute(async (trx): Promise<{ ok: true } | No> => {
    const open = openAct(await lockAssist(trx, deps, campaignId), version, act)
    if (!open.ok) return open
    const { row: before, status } = open.value
    if (status === 'live') {
      const coupons = await readCoupons(trx, deps, before)
      const findings = lintCampaign(draftOf(before, coupons)).filter((finding) => !finding.ok)
      if (findings.length > 0) return refuse({ code: 'assist.rules', findings })
      const no = whyCouponsOff(coupons, deps.now())
      if (no) return no
      if (before.ends_at.getTime() <= deps.now()) return refuse({ code: 'deal.dates' })
    }
    await trx
      .updateTable('assist_campaign')
      .set({ status, version: version + 1, updated_at: new Date(deps.now()) })
      .where('store_id', '=', deps.storeId)
      .where('id', '=', campaignId)
      .execute()
    await audit(trx, deps, caller, {
      action: `assist.${act}`,
      subject: campaignId,
      subjectName: before.name,
      before: { campaignStatus: before.status },
      after: { campaignStatus: status },
    })
    return ok(undefined)
  })
  return moved.ok ? assistReopened(deps, campaignId) : moved
}

export const switchAssists: UseCase<typeof staffPromotion.switchAssists> = async (deps, caller, { isOff, reason }) => {
  await deps.db.transaction().execute(async (trx) => {
    const { settings } = await trx
      .selectFrom('store')
      .select('settings')
      .where('id', '=', deps.storeId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('store')
      .set({ settings: sql`settings || ${JSON.stringify({ assistOff: isOff })}::jsonb` })
      .where('id', '=', deps.storeId)
      .execute()
    await audit(trx, deps, caller, {
      action: isOff ? 'assist.stopAll' : 'assist.letGoAll',
      subject: deps.storeId,
      before: { assistOff: settings.assistOff ?? false },
      after: { assistOff: isOff, reason },
    })
  })
  forgetShop(deps)
  return ok({ isOff })
}

type VoidReply = Awaited<ReturnType<UseCase<typeof staffPromotion.voidAssist>>>

/** After a fraud review; the owner reads the reason. */
export const voidAssist: UseCase<typeof staffPromotion.voidAssist> = async (deps, caller, { cardId, reason }) => {
  const done = await deps.db
    .transaction()
    .execute(async (trx): Promise<Exclude<VoidReply, { ok: true }> | { ok: true }> => {
      const voided = await voidAssistCard(trx, deps, cardId, reason)
      if (!voided.ok)
        return voided.refusal.code === 'assist.unknown'
          ? refuse({ code: 'deal.unknown' })
          : refuse({ code: 'deal.act-not-open', act: 'void' })
      await audit(trx, deps, caller, {
        action: 'assist.voidCard',
        subject: cardId,
        before: { cardState: voided.value.was },
        after: { cardState: 'voided', reason },
      })
      return ok(undefined)
    })
  if (!done.ok) return done
  const card = await readCard(deps, cardId)
  return card ? ok(card) : refuse({ code: 'deal.unknown' })
}
