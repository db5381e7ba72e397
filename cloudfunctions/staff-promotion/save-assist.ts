/** Adds an assist campaign as a draft or changes one that is not over. What is public stays clean; cards keep what they were started under. */
import type { staffPromotion } from '@/contract/staff-promotion'
import type { ParsedOf } from '@/contract/define'
import { canPublish, lintCampaign } from '@/domain/assist/lint'
import type { AssistCampaignId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import { changedFields } from '@/domain/staff/changed-fields'
import { forgetShop } from '../catalog/shop-memory'
import { audit } from '../runtime/audit'
import { retryConflicts } from '../runtime/db/errors'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { openAct } from './open-act'
import { viewAssist } from './assists'
import { draftOf, lockAssist, readCoupons } from './assist.sql'
import { whyCouponsOff } from './coupons-off'

type Saved = Awaited<ReturnType<UseCase<typeof staffPromotion.saveAssist>>>
type No = Extract<Saved, { ok: false }>
type Input = ParsedOf<typeof staffPromotion.saveAssist>

export const saveAssist: UseCase<typeof staffPromotion.saveAssist> = async (deps, caller, input) => {
  if (input.startsAt >= input.endsAt) return refuse({ code: 'deal.dates' })
  const written = await retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<{ ok: true; value: AssistCampaignId } | No> => {
      const before = input.campaignId ? await lockAssist(trx, deps, input.campaignId) : null
      if (input.campaignId) {
        const open = openAct(before, input.version, 'edit')
        if (!open.ok) return open
        const { unlocked } = open.value.row
        if (input.budget < unlocked) return refuse({ code: 'assist.budget-below-unlocked', unlocked })
      }
      const terms = termsOf(input)
      const coupons = await readCoupons(trx, deps, terms)
      if (!coupons.reward) return refuse({ code: 'deal.unknown' })
      if (before && before.status !== 'draft') {
        const no = whyCouponsOff(coupons, deps.now())
        if (no) return no
        const findings = lintCampaign(draftOf(terms, coupons))
        if (!canPublish(findings)) return refuse({ code: 'assist.rules', findings: findings.filter(({ ok }) => !ok) })
      }
      const id: AssistCampaignId = input.campaignId ?? deps.newId('acp')
      const columns = {
        ...terms,
        ...datesOf(input),
        rules: JSON.stringify(terms.rules),
        updated_at: new Date(deps.now()),
      }
      if (before)
        await trx
          .updateTable('assist_campaign')
          .set({ ...columns, version: before.version + 1 })
          .where('store_id', '=', deps.storeId)
          .where('id', '=', id)
          .execute()
      else
        await trx
          .insertInto('assist_campaign')
          .values({ ...columns, store_id: deps.storeId, id, status: 'draft', created_at: columns.updated_at })
          .execute()
      await audit(trx, deps, caller, {
        action: before ? 'assist.change' : 'assist.add',
        subject: id,
        subjectName: input.name,
        ...changedFields(before ? factsOf(before, before) : {}, factsOf(terms, datesOf(input))),
      })
      return ok(id)
    }),
  )
  return written.ok ? assistReopened(deps, written.value) : written
}

export const assistReopened = async (deps: Deps, id: AssistCampaignId): Promise<Extract<Saved, { ok: true }>> => {
  forgetShop(deps)
  const view = await viewAssist(deps, id)
  if (!view) throw new Error('an assist campaign was written and is not there')
  return ok(view)
}

const termsOf = (input: Input) => ({
  name: input.name,
  share_title: input.shareTitle,
  // one sentence a line, as the card shows them
  rules: input.ruleText
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  helpers: input.helpers,
  life_minutes: input.lifeMinutes,
  budget: input.budget,
  starts_per_hour: input.startsPerHour,
  template_id: input.templateId,
  helper_template_id: input.helperTemplateId,
  instead_template_id: input.insteadTemplateId,
})
const datesOf = ({ startsAt, endsAt }: Input) => ({ starts_at: new Date(startsAt), ends_at: new Date(endsAt) })

type Terms = {
  [K in keyof ReturnType<typeof termsOf>]: K extends 'rules'
    ? readonly string[]
    : ReturnType<typeof termsOf>[K] | string
}

const factsOf = (
  terms: Terms,
  { starts_at, ends_at }: { starts_at: Date; ends_at: Date },
): Record<string, unknown> => ({
  ...{ name: terms.name, shareTitle: terms.share_title, rules: terms.rules, helpers: terms.helpers },
  ...{ lifeMinutes: terms.life_minutes, budget: terms.budget, startsPerHour: terms.starts_per_hour },
  ...{ templateId: terms.template_id, helperTemplateId: terms.helper_template_id },
  ...{ insteadTemplateId: terms.instead_template_id, startsAt: starts_at.getTime(), endsAt: ends_at.getTime() },
})
