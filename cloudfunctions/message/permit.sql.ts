/** A member's permissions: one row a template, locked by whoever changes it, and the ledger of what changed it. */
import { sql } from 'kysely'
import type { AskMoment } from '@/domain/message/ask'
import type { MessageTemplate } from '@/domain/message/kinds'
import { noPermit, type Permit } from '@/domain/message/permit'
import { epochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { PermitEntryKind } from '../runtime/db/tables-message'
import type { Deps } from '../runtime/deps'

export type Owner = { readonly memberId: string; readonly template: MessageTemplate }
export type Entry = { readonly kind: PermitEntryKind; readonly sourceId: string; readonly moment?: AskMoment }

type Row = { permits: number; refusals: number; held_off_at: Date | null }

const permitOf = ({ permits, refusals, held_off_at }: Row): Permit => ({
  permits,
  refusals,
  heldOffAt: held_off_at && epochMs(held_off_at.getTime()),
})

/** Needs a transaction; the row stays locked until its end. Who has none gets an empty one. */
export const lockPermit = async (trx: Trx, deps: Deps, { memberId, template }: Owner): Promise<Permit> => {
  const { rows } = await sql<Row>`
    insert into message_permit as p (store_id, member_id, template) values (${deps.storeId}, ${memberId}, ${template})
    on conflict (store_id, member_id, template) do update set permits = p.permits
    returning p.permits, p.refusals, p.held_off_at`.execute(trx)
  return rows[0] ? permitOf(rows[0]) : noPermit
}

/** The permit must be locked. Breaks `permit_answered_once` where the same request has answered before. */
export const writePermit = async (
  trx: Trx,
  deps: Deps,
  { memberId, template }: Owner,
  { permits, refusals, heldOffAt }: Permit,
  { kind, sourceId, moment }: Entry,
): Promise<void> => {
  const at = new Date(deps.now())
  await trx
    .with('told', (db) =>
      db.insertInto('message_permit_entry').values({
        store_id: deps.storeId,
        member_id: memberId,
        id: deps.newId('mpe'),
        template,
        kind,
        moment: moment ?? null,
        source_id: sourceId,
        permits,
        at,
      }),
    )
    .updateTable('message_permit')
    .set({ permits, refusals, held_off_at: heldOffAt === null ? null : new Date(heldOffAt) })
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .where('template', '=', template)
    .execute()
}

/** What the ledger says of one source, newest first. */
export const entriesOf = (trx: Trx, deps: Deps, { memberId, template }: Owner, sourceId: string) =>
  trx
    .selectFrom('message_permit_entry')
    .select('kind')
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .where('template', '=', template)
    .where('source_id', '=', sourceId)
    .orderBy('id', 'desc')
    .execute()

export const readPermits = async (
  db: Db | Trx,
  deps: Deps,
  memberId: string,
): Promise<Partial<Record<MessageTemplate, Permit>>> => {
  const rows = await db
    .selectFrom('message_permit')
    .select(['template', 'permits', 'refusals', 'held_off_at'])
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.template, permitOf(row)]))
}
