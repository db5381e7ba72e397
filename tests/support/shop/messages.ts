/** Messages of a shop under test. */
import { randomBytes } from 'node:crypto'
import type { CallOutput } from '@/contract/index'
import type { MemberId } from '@/domain/ids'
import type { AskMoment } from '@/domain/message/ask'
import type { Message, MessageTemplate } from '@/domain/message/kinds'
import type { AskAnswer } from '@/domain/message/permit'
import { tell } from '../../../cloudfunctions/message/tell'
import { dataOf, type Shop } from '../functions'

/** For `openShop({ env: TEMPLATES })`: a shop that has all templates. */
export const TEMPLATES = {
  MESSAGE_TEMPLATE_SHIPPED: 'tpl-shipped',
  MESSAGE_TEMPLATE_READY: 'tpl-ready',
  MESSAGE_TEMPLATE_GROUP: 'tpl-group',
  MESSAGE_TEMPLATE_REFUND: 'tpl-refund',
  MESSAGE_TEMPLATE_COUPON: 'tpl-coupon',
  MESSAGE_TEMPLATE_SALE: 'tpl-sale',
  MESSAGE_TEMPLATE_OPENING: 'tpl-opening',
  MESSAGE_TEMPLATE_LEADER: 'tpl-leader',
}

export const answer = async (
  shop: Shop,
  memberId: MemberId,
  answers: Partial<Record<MessageTemplate, AskAnswer>>,
  { moment = 'paid', requestId = randomBytes(12).toString('hex') }: { moment?: AskMoment; requestId?: string } = {},
) => {
  const said = Object.entries(answers).map(([template, one]) => ({
    template: template as MessageTemplate,
    answer: one,
  }))
  return dataOf(await shop.call('message', 'answered', { moment, requestId, answers: said }, memberId))
}

export const inboxOf = async (shop: Shop, memberId: MemberId): Promise<CallOutput<'message', 'inbox'>> =>
  dataOf(await shop.call('message', 'inbox', {}, memberId))

export const tellNow = (shop: Shop, ...messages: readonly Message[]): Promise<void> =>
  shop.deps.db.transaction().execute((trx) => tell(trx, shop.deps, messages))

/** The ledger of a member, oldest first. */
export const ledgerOf = (shop: Shop, memberId: MemberId, template: MessageTemplate) =>
  shop.deps.db
    .selectFrom('message_permit_entry')
    .select(['kind', 'moment', 'permits'])
    .where('member_id', '=', memberId)
    .where('template', '=', template)
    .orderBy('id')
    .execute()

/** What became of the messages of a member, oldest first. */
export const sendingsOf = (shop: Shop, memberId: MemberId) =>
  shop.deps.db
    .selectFrom('inbox_message')
    .select(['kind', 'sending', 'kept_for'])
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute()
