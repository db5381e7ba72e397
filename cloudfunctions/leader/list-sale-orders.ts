/** Who ordered what in a sale. Names and phones are masked: a number and a first character find a bag. */
import type { leader as leaderContract, SaleOrderRow } from '@/contract/leader'
import type { OutputOf, ParsedOf, RefusalOf } from '@/contract/define'
import { fen } from '@/domain/money'
import { ok, type Result } from '@/domain/result'
import { itemsText } from '@/domain/sale/chain'
import { maskName } from '@/domain/share/mask'
import { epochMs, type EpochMs } from '@/domain/time'
import type { MemberCaller } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { findSale, unknownSale } from './find-sale'
import { countSaleOrders, readSaleOrders, type After, type SaleOrderRecord } from './sale-orders.sql'

type Orders = typeof leaderContract.orders
const PAGE = 30

export const listSaleOrders = async (
  deps: Deps,
  caller: MemberCaller,
  { saleId, tab, text, cursor }: ParsedOf<Orders>,
): Promise<Result<OutputOf<Orders>, RefusalOf<Orders>>> => {
  const sale = await findSale(deps, caller, saleId)
  if (!sale) return unknownSale()
  const after = cursor ? readCursor(cursor) : null
  const [rows, counts] = await Promise.all([
    readSaleOrders(deps, sale, null, { tab, text }, { limit: PAGE + 1, after }),
    countSaleOrders(deps, sale, null, { text }),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return ok({ items: shown.map(orderRow), next: rows.length > PAGE && last ? cursorOf(last) : null, counts })
}

/** Whom a row is about: the neighbour the leader wrote it down for, by the name the leader gave, else the buyer, masked. */
export const shownName = ({ forName, buyerName }: Pick<SaleOrderRecord, 'forName' | 'buyerName'>): string =>
  forName ?? maskName(buyerName)

export const orderRow = (row: SaleOrderRecord): SaleOrderRow => ({
  orderId: row.orderId,
  number: row.number,
  name: shownName(row),
  phoneTail: row.buyerPhone?.slice(-4) ?? null,
  avatar: row.avatar,
  text: itemsText(row.items),
  totalFen: fen(row.totalFen),
  trade: row.trade,
  bag: row.bag,
  pickupPointId: row.pickupPointId,
  forName: row.forName,
  at: at(row.placedAt),
})

const at = (date: Date): EpochMs => epochMs(date.getTime())

const cursorOf = ({ placedAt, orderId }: SaleOrderRecord): string => `${placedAt.getTime()}.${orderId}`

/** A cursor that was made up starts from the beginning. */
const readCursor = (cursor: string): After | null => {
  const [, ms, orderId] = /^(\d{1,15})\.(ord_\w+)$/.exec(cursor) ?? []
  return ms && orderId ? { placedAt: new Date(Number(ms)), orderId } : null
}
