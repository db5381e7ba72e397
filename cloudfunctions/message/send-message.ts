/**
 * A letter becomes WeChat's message, if the member has allowed one, wants it and has not read it yet. Else it stays where
 * it is: in the inbox. A try that breaks off may have gone out; then WeChat says 43101 to the next one, or tells it twice.
 */
import { natureOf, type Message } from '@/domain/message/kinds'
import { awakeAt, hasHeardEnough } from '@/domain/message/restraint'
import { wordingOf } from '@/domain/message/wording'
import type { SubscribeRefused } from '../runtime/adapters/wechat-api'
import type { KeptFor } from '../runtime/db/tables-message'
import type { Deps } from '../runtime/deps'
import { enqueue, type LetterHandler, type LetterHandlers } from '../runtime/outbox'
import { keepInInbox, markSent, readDue, type DueMessage } from './due-message.sql'
import type { Owner } from './permit.sql'
import { hasCard } from './service-card.sql'
import { givePermitBack, noPermitLeft, takePermit } from './spend-permit'
import { asItIsNow } from './still-true'
import { templateId } from './template-ids'

const sendMessage: LetterHandler = async (deps, { subject, payload }) => {
  const [messageId, memberId] = [subject ?? '', String(payload['memberId'])]
  const due = await readDue(deps, memberId, messageId)
  if (!due) return
  const why = whyNot(deps, due)
  if (why) return keepInInbox(deps, memberId, messageId, why)
  const wakeAt = awakeAt(due.message.kind, deps.now())
  if (wakeAt > deps.now())
    return enqueue(deps.db, deps, { topic: 'message.send', subject: messageId, payload, notBefore: wakeAt })
  const message = await asItIsNow(deps, due.message)
  if (!message) return keepInInbox(deps, memberId, messageId, 'over')
  if (await saysTheCard(deps, message)) return keepInInbox(deps, memberId, messageId, 'card')
  const owner = { memberId, template: natureOf[message.kind].template }
  if (!(await takePermit(deps, owner, messageId))) return keepInInbox(deps, memberId, messageId, 'no-permit')
  await hand(deps, owner, messageId, message, due.openid ?? '')
}

export const messageLetters: LetterHandlers = { 'message.send': sendMessage }

/** WeChat asks not to say in a message what a card says. */
const saysTheCard = async (deps: Deps, { kind, facts }: Message): Promise<boolean> =>
  kind === 'order-shipped' && deps.config.WECHAT_SERVICE_CARDS === 'on' && hasCard(deps, facts.orderId)

const whyNot = ({ config, now }: Deps, { message, isRead, openid, muted, heard }: DueMessage): KeptFor | null => {
  const { topic, template } = natureOf[message.kind]
  if (isRead) return 'read'
  if (muted.includes(topic)) return 'muted'
  if (!templateId(config, template)) return 'no-template'
  if (openid === null) return 'no-openid'
  return hasHeardEnough(message.kind, heard, now()) ? 'enough' : null
}

const hand = async (deps: Deps, owner: Owner, messageId: string, message: Message, openid: string): Promise<void> => {
  const { data, page } = wordingOf(message.kind, message.facts)
  const id = templateId(deps.config, owner.template) ?? ''
  const answer = await deps.wechat.sendSubscribeMessage({ openid, templateId: id, page, data })
  if (answer === 'ok') return markSent(deps, owner.memberId, messageId)
  deps.log.info({ subject: messageId, refused: answer.refused }, 'WeChat did not take a message')
  if (answer.refused === 43101) {
    await noPermitLeft(deps, owner, messageId)
    return keepInInbox(deps, owner.memberId, messageId, 'no-permit')
  }
  await givePermitBack(deps, owner, messageId)
  if (answer.refused === 40003) return keepInInbox(deps, owner.memberId, messageId, 'bad-openid')
  throw new MessageRefused(answer.refused)
}

/** The template or our words are wrong, so every further one would be too: staff find the dead letter, mend it and send it again. */
class MessageRefused extends Error {
  readonly giveUp = true
  constructor(errcode: Exclude<SubscribeRefused, 40003 | 43101>) {
    super(`subscription message refused: ${errcode}`)
  }
}
