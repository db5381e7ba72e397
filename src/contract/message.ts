/** What the shop tells a member, what they let it tell them in WeChat, and what they'd rather not hear. */
import * as z from 'zod'
import { action, cursorIn, idOf, none, requestIdIn } from './define'
import type { Page } from './views'
import { askMoments } from '@/domain/message/ask'
import {
  messageTemplates,
  messageTopics,
  type MessageFacts,
  type MessageKind,
  type MessageTemplate,
  type MessageTopic,
} from '@/domain/message/kinds'
import { askAnswers } from '@/domain/message/permit'
import type { MessageId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

export type InboxMessage = {
  [K in MessageKind]: {
    readonly id: MessageId
    readonly kind: K
    readonly facts: MessageFacts[K]
    readonly at: EpochMs
    readonly isRead: boolean
  }
}[MessageKind]

/** What WeChat's own sheet asks for. */
export type Ask = { readonly template: MessageTemplate; readonly templateId: string }

export type TopicView = {
  readonly topic: MessageTopic
  readonly isMuted: boolean
  /** Messages that the member has allowed and that have not gone yet. */
  readonly permits: number
}
export type MessageSettings = { readonly topics: readonly TopicView[] }

export const message = {
  /** What may be asked for at this moment; empty where asking would be nagging, or the shop has no templates. */
  offer: action<{ asks: readonly Ask[] }>()('member', z.strictObject({ moment: z.enum(askMoments) })),
  /** What the member answered WeChat's sheet. Sent again with the same `requestId`, it counts once. */
  answered: action<{ accepted: readonly MessageTemplate[] }>()(
    'member',
    z.strictObject({
      moment: z.enum(askMoments),
      requestId: requestIdIn,
      answers: z
        .array(z.strictObject({ template: z.enum(messageTemplates), answer: z.enum(askAnswers) }))
        .min(1)
        .max(messageTemplates.length),
    }),
  ),
  /** Newest first. */
  inbox: action<Page<InboxMessage> & { unread: number }>()('member', z.strictObject({ cursor: cursorIn.optional() })),
  /** One message, or without an id all there are. */
  read: action<{ unread: number }>()('member', z.strictObject({ id: idOf('msg').optional() })),
  settings: action<MessageSettings>()('member', none),
  /** A topic switched off stays in the inbox; switched on again, it may also be asked for again. */
  mute: action<MessageSettings>()('member', z.strictObject({ topic: z.enum(messageTopics), isMuted: z.boolean() })),
}
