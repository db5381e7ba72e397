/** What a member answered WeChat's sheet, written down once. */
import type { message as contract } from '@/contract/message'
import { answerAsk } from '@/domain/message/permit'
import { ok } from '@/domain/result'
import { brokenConstraint } from '../runtime/db/errors'
import type { UseCase } from '../runtime/serve'
import { lockPermit, writePermit } from './permit.sql'

/** The phone's word: who claims a yes that WeChat knows nothing of is corrected by its 43101. */
export const takeAnswers: UseCase<typeof contract.answered> = async (deps, { memberId }, ask) => {
  const { moment, requestId } = ask
  // one order for everybody, and each template once
  const answers = [...new Map(ask.answers.map((one) => [one.template, one])).values()].sort((a, b) =>
    a.template < b.template ? -1 : 1,
  )
  const accepted = answers.filter(({ answer }) => answer === 'accept').map(({ template }) => template)
  try {
    await deps.db.transaction().execute(async (trx) => {
      for (const { template, answer } of answers) {
        const owner = { memberId, template }
        const permit = answerAsk(await lockPermit(trx, deps, owner), answer, deps.now())
        await writePermit(trx, deps, owner, permit, { kind: answer, sourceId: requestId, moment })
      }
    })
  } catch (error) {
    if (brokenConstraint(error) !== 'permit_answered_once') throw error
  }
  return ok({ accepted })
}
