/** Which of WeChat's templates the shop has, by what it is for. */
import { messageTemplates, type MessageTemplate } from '@/domain/message/kinds'
import type { Config } from '../runtime/config'

const setting = {
  shipped: 'MESSAGE_TEMPLATE_SHIPPED',
  ready: 'MESSAGE_TEMPLATE_READY',
  group: 'MESSAGE_TEMPLATE_GROUP',
  refund: 'MESSAGE_TEMPLATE_REFUND',
  coupon: 'MESSAGE_TEMPLATE_COUPON',
  sale: 'MESSAGE_TEMPLATE_SALE',
  opening: 'MESSAGE_TEMPLATE_OPENING',
  leader: 'MESSAGE_TEMPLATE_LEADER',
} as const satisfies Record<MessageTemplate, keyof Config>

/** Undefined where the shop has none. */
export const templateId = (config: Config, template: MessageTemplate): string | undefined => config[setting[template]]

export const knownTemplates = (config: Config): MessageTemplate[] =>
  messageTemplates.filter((template) => templateId(config, template) !== undefined)
