/** The chain page by page, and whole for the text that goes back into the chat. */
import type { sale } from '@/contract/sale'
import type { MemberId, SaleId } from '@/domain/ids'
import { ok, refuse } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { chainEntry, FROM_THE_TOP, readChain } from './chain.sql'
import { totalsOf } from './sale-view'

const PAGE = 40
/** More than a chat would show. */
const MOST_FOR_CHAT = 500

/** A cursor is the lowest number that was shown. */
const numberOf = (cursor: string | undefined): number => {
  const number = Number(cursor ?? FROM_THE_TOP)
  return Number.isSafeInteger(number) && number > 0 ? Math.min(number, FROM_THE_TOP) : FROM_THE_TOP
}

export const listChain: UseCase<typeof sale.chain> = async (deps, caller, { saleId, cursor }) => {
  const rows = await readChain(deps, saleId, { before: numberOf(cursor), most: PAGE + 1 })
  if (!rows) return refuse({ code: 'sale.unknown' })
  const page = rows.slice(0, PAGE)
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const last = page.at(-1)
  return ok({
    items: page.map((row) => chainEntry(row, memberId)),
    next: rows.length > PAGE && last ? String(last.number) : null,
  })
}

/** Only who has paid is told to the chat, and nobody's name whole: the text goes where the shop can't follow it. */
export const listChainForChat: UseCase<typeof sale.chainForChat> = async (deps, _caller, { saleId }) => {
  const [rows, totals] = await Promise.all([
    readChain(deps, saleId, { before: FROM_THE_TOP, most: MOST_FOR_CHAT }),
    readTotals(deps, saleId),
  ])
  if (!rows) return refuse({ code: 'sale.unknown' })
  const nobody: MemberId | null = null
  const entries = rows.filter((row) => !row.isPending).map((row) => chainEntry(row, nobody))
  return ok({ entries: entries.reverse(), totals })
}

const readTotals = async (deps: Deps, saleId: SaleId) =>
  totalsOf(
    await deps.db
      .selectFrom('sale_line')
      .select(['label', 'paid_units as paidUnits'])
      .where('store_id', '=', deps.storeId)
      .where('sale_id', '=', saleId)
      .orderBy('position')
      .execute(),
  )
