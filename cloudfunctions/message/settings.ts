/** What a member hears in WeChat and what only the inbox keeps, topic by topic. */
import type { message as contract, MessageSettings } from '@/contract/message'
import { templatesOfTopic } from '@/domain/message/ask'
import { messageTopics, type MessageTopic } from '@/domain/message/kinds'
import { wantAgain } from '@/domain/message/permit'
import { ok } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readMuted, writeMuted } from './muted.sql'
import { lockPermit, readPermits, writePermit } from './permit.sql'

export const settings: UseCase<typeof contract.settings> = async (deps, { memberId }) =>
  ok(await settingsOf(deps, memberId))

export const mute: UseCase<typeof contract.mute> = async (deps, { memberId }, { topic, isMuted }) => {
  await deps.db.transaction().execute(async (trx) => {
    await writeMuted(trx, deps, memberId, topic, isMuted)
    if (isMuted) return
    for (const template of templatesOfTopic[topic]) {
      const owner = { memberId, template }
      const permit = await lockPermit(trx, deps, owner)
      if (permit.refusals > 0)
        await writePermit(trx, deps, owner, wantAgain(permit), { kind: 'again', sourceId: deps.requestId })
    }
  })
  return ok(await settingsOf(deps, memberId))
}

const settingsOf = async (deps: Deps, memberId: string): Promise<MessageSettings> => {
  const [muted, permits] = [await readMuted(deps, memberId), await readPermits(deps.db, deps, memberId)]
  const isFor = (await hasLed(deps, memberId)) ? () => true : (topic: MessageTopic) => topic !== 'leader'
  return {
    topics: messageTopics.filter(isFor).map((topic) => ({
      topic,
      isMuted: muted.includes(topic),
      permits: templatesOfTopic[topic].reduce((sum, template) => sum + (permits[template]?.permits ?? 0), 0),
    })),
  }
}

/** Whoever has ever asked to lead: the others have nothing to switch. */
const hasLed = async (deps: Deps, memberId: string): Promise<boolean> =>
  (await deps.db
    .selectFrom('leader')
    .select('member_id')
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()) !== undefined
