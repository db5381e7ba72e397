/** Tables of messages and the permissions for them (migration 0011). */
import type { Generated } from 'kysely'
import type { AskMoment } from '@/domain/message/ask'
import type { MessageFacts, MessageKind, MessageTemplate } from '@/domain/message/kinds'
import type { AskAnswer } from '@/domain/message/permit'
import type { At, AtOrNull, CountOrNull, Json } from './columns'

/** Why a message stays in the inbox only. */
export type KeptFor =
  'quiet' | 'muted' | 'read' | 'enough' | 'over' | 'no-template' | 'no-openid' | 'no-permit' | 'bad-openid' | 'card'

export type PermitEntryKind = AskAnswer | 'used' | 'returned' | 'empty' | 'again'

export type MessageTables = {
  inbox_message: {
    store_id: string
    member_id: string
    id: string
    kind: MessageKind
    subject: string
    facts: Json<MessageFacts[MessageKind]>
    at: At
    read_at: AtOrNull
    sending: 'waiting' | 'sent' | 'inbox'
    kept_for: KeptFor | null
    sent_at: AtOrNull
  }
  service_card: { store_id: string; order_id: string; status: number; refused: CountOrNull; activated_at: At }
  message_permit: {
    store_id: string
    member_id: string
    template: MessageTemplate
    permits: Generated<number>
    refusals: Generated<number>
    held_off_at: AtOrNull
  }
  message_permit_entry: {
    store_id: string
    member_id: string
    id: string
    template: MessageTemplate
    kind: PermitEntryKind
    moment: AskMoment | null
    source_id: string
    permits: number
    at: At
  }
}
