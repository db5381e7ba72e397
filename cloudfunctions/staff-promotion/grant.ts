/** Hands a coupon to members by name. The key on (source, request, member) makes each request count once, however often it is sent. */
import type { staffPromotion } from '@/contract/staff-promotion'
import { decideClaim } from '@/domain/coupon/claim'
import type { MemberId } from '@/domain/ids'
import { maskPhone } from '@/domain/member/mask-phone'
import { ok, refuse } from '@/domain/result'
import { sql } from 'kysely'
import { issueCoupon } from '../coupon/issue.sql'
import { audit } from '../runtime/audit'
import { retryConflicts } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { lockTemplate, templateOf } from './template.sql'

type Granted = Awaited<ReturnType<UseCase<typeof staffPromotion.grant>>>
type Refused = Extract<Granted, { ok: true }>['value']['refused'][number]

export const grant: UseCase<typeof staffPromotion.grant> = (deps, caller, input) =>
  retryConflicts(() =>
    deps.db.transaction().execute(async (trx): Promise<Granted> => {
      const { templateId, requestId, reason } = input
      const row = await lockTemplate(trx, deps, templateId)
      if (!row) return refuse({ code: 'deal.unknown' })
      const template = templateOf(row)
      const people = await readPeople(trx, deps, input)
      const refused: Refused[] = []
      let [granted, issued] = [0, row.issued]
      for (const memberId of new Set(input.memberIds)) {
        const person = people.get(memberId)
        if (!person) refused.push({ memberId, code: 'member.unknown' })
        else if (person.hasIt) granted++
        else {
          const claim = decideClaim({ template, issued, issuedToday: 0, mine: person.mine }, 'staff', deps.now())
          if (claim.ok) {
            await issueCoupon(trx, deps, {
              template,
              memberId,
              claim: claim.value,
              source: 'staff',
              sourceId: requestId,
            })
            await audit(trx, deps, caller, {
              action: 'coupon.grant',
              subject: memberId,
              subjectName: person.name,
              after: { name: template.name, reason },
            })
            granted++
            issued++
          } else if (claim.refusal.code === 'coupon.limit-reached' || claim.refusal.code === 'coupon.sold-out')
            refused.push({ memberId, code: claim.refusal.code })
          else return refuse({ code: 'deal.act-not-open', act: 'grant' })
        }
      }
      return ok({ granted, refused })
    }),
  )

type Person = { id: MemberId; name: string; mine: number; hasIt: boolean }

/** After the template is locked, so the counts stand still. */
const readPeople = async (
  trx: Trx,
  deps: Deps,
  { templateId, memberIds, requestId }: { templateId: string; memberIds: readonly MemberId[]; requestId: string },
): Promise<Map<MemberId, Person>> => {
  const { rows } = await sql<Person>`
    select m.id, m.name, count(c.id)::int as mine, coalesce(bool_or(c.source = 'staff' and c.source_id = ${requestId}), false) as "hasIt"
    from member m
    left join coupon c on c.store_id = m.store_id and c.template_id = ${templateId} and c.member_id = m.id
    where m.store_id = ${deps.storeId} and m.id = any(${memberIds}::text[]) and m.deleted_at is null
    group by m.id, m.name`.execute(trx)
  return new Map(rows.map((person) => [person.id, person]))
}

const MOST_FOUND = 20
/** Fewer digits fit too many phones. */
const LEAST_TAIL = 4

/** By a part of the name, or the tail of the phone; phones are masked. */
export const findMembers: UseCase<typeof staffPromotion.findMembers> = async (deps, _caller, { text }) => {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}`
  const isTail = /^\d+$/.test(text) && text.length >= LEAST_TAIL
  const rows = await deps.db
    .selectFrom('member')
    .select(['id', 'name', 'phone'])
    .where('store_id', '=', deps.storeId)
    .where('deleted_at', 'is', null)
    .where((eb) =>
      isTail ? eb.or([eb('phone', 'like', like), eb('name', 'like', `${like}%`)]) : eb('name', 'like', `${like}%`),
    )
    .orderBy('id', 'desc')
    .limit(MOST_FOUND)
    .execute()
  return ok({
    members: rows.map(({ id, name, phone }) => ({ id, name, maskedPhone: phone === null ? null : maskPhone(phone) })),
  })
}
