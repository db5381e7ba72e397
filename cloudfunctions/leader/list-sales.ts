/** All sales of a leader, newest first. */
import type { leader } from '@/contract/leader'
import { isId, type SaleId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { runSaleRows, saleRow, saleRowsSql } from './sale-rows.sql'
import { mayFinishSales, readStanding } from './standing.sql'

const PAGE_SIZE = 10

const statement = {
  name: 'leader.sales',
  text: saleRowsSql(
    `select * from sale where store_id = $1 and leader_id = $2 and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::text))
      order by created_at desc, id desc limit ${PAGE_SIZE + 1}`,
    's.created_at desc, s.id desc',
  ),
}

export const listSales: UseCase<typeof leader.sales> = async (deps, { memberId }, { cursor }) => {
  const after = readCursor(cursor)
  const [standing, rows] = await Promise.all([
    readStanding(deps.db, deps, memberId),
    runSaleRows(deps, statement, [memberId, after && new Date(after.createdAt), after?.id ?? null]),
  ])
  if (!mayFinishSales(standing)) return refuse({ code: 'leader.not-approved' })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return ok({
    items: page.map((row) => saleRow(row, 'leader', deps.now())),
    next: last ? `${last.createdAt}~${last.id}` : null,
  })
}

/** A cursor that nobody here wrote starts the list anew. */
const readCursor = (cursor: string | undefined): { createdAt: number; id: SaleId } | null => {
  const [at = '', id] = cursor?.split('~') ?? []
  const createdAt = /^\d{13}$/.test(at) ? Number(at) : null
  return createdAt !== null && isId('sal', id) ? { createdAt, id } : null
}
