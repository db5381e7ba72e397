import type { message as contract } from '@/contract/message'
import { templatesToAsk } from '@/domain/message/ask'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readMuted } from './muted.sql'
import { readPermits } from './permit.sql'
import { knownTemplates, templateId } from './template-ids'

/** What may be asked for at this moment, with the ids that WeChat's sheet wants. */
export const offerAsks: UseCase<typeof contract.offer> = async (deps, { memberId }, { moment }) => {
  const known = knownTemplates(deps.config)
  if (known.length === 0) return ok({ asks: [] })
  const [permits, muted] = [await readPermits(deps.db, deps, memberId), await readMuted(deps, memberId)]
  const hasCards = deps.config.WECHAT_SERVICE_CARDS === 'on'
  const templates = templatesToAsk(moment, { permits, muted, known, hasCards }, deps.now())
  return ok({
    asks: templates.flatMap((template) => {
      const id = templateId(deps.config, template)
      return id ? [{ template, templateId: id }] : []
    }),
  })
}
