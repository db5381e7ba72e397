/** A coupon that comes by an assist card, as its row. */
import type { Selectable } from 'kysely'
import { validityFrom } from '@/domain/coupon/template'
import type { AssistCardId, MemberId } from '@/domain/ids'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import type { TemplateRow } from './campaign-json.sql'
import { validityOf } from './campaign-view'

export type AssistCouponRow = Selectable<Tables['coupon']>

type For = { readonly memberId: MemberId; readonly source: 'assist' | 'assist-helper'; readonly cardId: AssistCardId }

export const couponRow = (deps: Deps, template: TemplateRow, { memberId, source, cardId }: For): AssistCouponRow => {
  const now = deps.now()
  const { validFromAt, expiresAt } = validityFrom(validityOf(template), now)
  return {
    store_id: deps.storeId,
    id: deps.newId('cpn'),
    template_id: template.id,
    member_id: memberId,
    nth: template.mine + 1,
    name: template.name,
    terms: template.terms,
    source,
    source_id: cardId,
    state: 'claimed',
    valid_from: new Date(validFromAt),
    expires_at: new Date(expiresAt),
    order_id: null,
    claimed_at: new Date(now),
    ended_at: null,
    void_reason: null,
    reminded_at: null,
  }
}
