/** Every act of the staff leaves a row with before and after, written in the same transaction as the act; so does a leader's that moves money. */
import type { Db, Trx } from './db/connect'
import type { MemberCaller, StaffCaller } from './caller'
import type { Deps } from './deps'

export type AuditEntry = {
  /** `<function>.<action>`, e.g. `order.ship`. */
  readonly action: string
  readonly subject: string
  readonly subjectName?: string
  readonly before?: unknown
  readonly after?: unknown
}

/** A session that is only being opened has no caller yet, only somebody. A leader stands in the same column. */
type Actor = Pick<StaffCaller, 'staffId'> | Pick<MemberCaller, 'memberId'>

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

export const auditRow = (deps: Deps, caller: Actor, entry: AuditEntry) => ({
  store_id: deps.storeId,
  id: deps.newId('aud'),
  at: new Date(deps.now()),
  staff_id: 'staffId' in caller ? caller.staffId : caller.memberId,
  action: entry.action,
  subject: entry.subject,
  subject_name: entry.subjectName ?? null,
  before: json(entry.before),
  after: json(entry.after),
  request_id: deps.requestId,
})

export const audit = async (db: Db | Trx, deps: Deps, caller: Actor, entry: AuditEntry): Promise<void> => {
  await db
    .insertInto('audit')
    .values(auditRow(deps, caller, entry))
    .execute()
}
