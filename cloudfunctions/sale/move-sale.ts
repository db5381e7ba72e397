/** Moves a group sale from one state to the next: the rule decides over a locked sale, whoever asks. */
import type { MemberId, SaleId, StaffId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { moveSale, type SaleAct, type SaleNo, type SaleRole, type SaleState } from '@/domain/sale/sale'
import type { Trx } from '../runtime/db/connect'
import type { Tables } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { lockSale, saleFacts, type SaleRow } from './lock-sale'
import type { Updateable } from 'kysely'

/** A leader moves their own sales; for staff and clock it is only said who. */
export type SaleMover =
  | { readonly role: Extract<SaleRole, 'leader'>; readonly id: MemberId }
  | { readonly role: Extract<SaleRole, 'staff'>; readonly id: StaffId }
  | { readonly role: Extract<SaleRole, 'clock'> }

export const THE_CLOCK: SaleMover = { role: 'clock' }

export type MoveRefusal = { code: 'sale.unknown' } | SaleNo
export type MovedSale = { readonly from: SaleState; readonly sale: SaleRow }

/**
 * Locks the sale and moves it. Somebody else's sale is unknown. The terms of a sale that opens are checked by whoever wrote
 * them (`openSale`); a sale that is to close is closed by `close-sale.ts`, which also reckons it.
 */
export const moveSaleBy = async (
  trx: Trx,
  deps: Deps,
  saleId: SaleId,
  act: SaleAct,
  who: SaleMover,
): Promise<Result<MovedSale, MoveRefusal>> => {
  const sale = await lockSale(trx, deps, saleId)
  if (!sale || (who.role === 'leader' && sale.leader_id !== who.id)) return refuse({ code: 'sale.unknown' })
  const moved = moveSale(await saleFacts(trx, deps, sale), act, who.role, deps.now())
  if (!moved.ok) return moved
  return ok({ from: sale.state, sale: await writeMove(trx, deps, sale, moved.value) })
}

/** The column that remembers when a sale came into a state. */
const sinceColumn = {
  draft: null,
  open: 'opened_at',
  closed: 'closed_at',
  picking: 'picking_at',
  delivered: 'delivered_at',
  settled: 'settled_at',
  cancelled: 'closed_at',
} as const satisfies Record<SaleState, keyof SaleRow | null>

const writeMove = (trx: Trx, deps: Deps, sale: SaleRow, to: SaleState): Promise<SaleRow> => {
  const now = new Date(deps.now())
  const column = sinceColumn[to]
  const set: Updateable<Tables['sale']> = {
    ...(column ? { [column]: now } : {}),
    state: to,
    version: sale.version + 1,
    updated_at: now,
  }
  return trx
    .updateTable('sale')
    .set(set)
    .where('store_id', '=', deps.storeId)
    .where('id', '=', sale.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
