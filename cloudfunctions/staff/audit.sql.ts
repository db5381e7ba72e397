/** The trail of the staff, newest first. Ids sort by time, so the last id of a page is the cursor of the next. */
import { sql, type SqlBool } from 'kysely'
import type { AuditRow, staff } from '@/contract/staff'
import type { ParsedOf } from '@/contract/define'
import { epochMs } from '@/domain/time'
import type { StaffCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'

const PAGE = 50

type Filter = ParsedOf<typeof staff.audit>

/** `action` matches whole (`staff.save`) or by function (`staff`). Who sees some pick-up points only reads about those, and their own acts. */
export const auditPage = async (
  deps: Deps,
  { staffId, pickupPointIds }: StaffCaller,
  filter: Filter,
): Promise<{ rows: AuditRow[]; next: string | null }> => {
  let query = deps.db
    .selectFrom('audit as a')
    .leftJoin('staff as s', (j) => j.onRef('s.store_id', '=', 'a.store_id').onRef('s.id', '=', 'a.staff_id'))
    .leftJoin('member as m', (j) => j.onRef('m.store_id', '=', 'a.store_id').onRef('m.id', '=', 'a.staff_id'))
    .select(['a.id', 'a.at', 'a.action', 'a.subject', 'a.subject_name', 'a.before', 'a.after', 's.name'])
    .select(['m.id as leaderId', 'm.name as leaderName'])
    .where('a.store_id', '=', deps.storeId)
    .orderBy('a.id', 'desc')
    .limit(PAGE + 1)
  if (filter.cursor) query = query.where('a.id', '<', filter.cursor)
  if (filter.staffId) query = query.where('a.staff_id', '=', filter.staffId)
  if (filter.subject) query = query.where('a.subject', '=', filter.subject)
  if (filter.action)
    query = query.where(sql<SqlBool>`(a.action = ${filter.action} or starts_with(a.action, ${filter.action} || '.'))`)
  if (pickupPointIds)
    query = query.where(sql<SqlBool>`(
      a.staff_id = ${staffId} or a.subject = any(${[...pickupPointIds]}::text[])
      or exists (select from orders o where o.store_id = a.store_id and o.id = a.subject
        and o.pickup_point_id = any(${[...pickupPointIds]}::text[])))`)
  const found = await query.execute()
  const rows = found.slice(0, PAGE).map((row) => ({
    id: row.id,
    at: epochMs(row.at.getTime()),
    staffName: row.name ?? row.leaderName ?? '',
    isLeader: row.leaderId !== null,
    action: row.action,
    subject: row.subject,
    subjectName: row.subject_name,
    before: row.before,
    after: row.after,
  }))
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null }
}
