/** A group sale as whoever looks at it sees it: neighbours by the first character of their name, oneself whole. */
import type { MySaleOrder, SaleLineView, SalePulse, SaleView } from '@/contract/sale'
import type { MemberId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { bagAt } from '@/domain/pickup/bag'
import { leftForPerson } from '@/domain/sale/basket'
import { itemsText } from '@/domain/sale/chain'
import { reachedPrice } from '@/domain/sale/tier'
import { windowPhase } from '@/domain/sale/window'
import { maskName } from '@/domain/share/mask'
import { epochMs, type EpochMs } from '@/domain/time'
import { NO_PICTURE } from '../catalog/cards'
import type { Deps } from '../runtime/deps'
import { chainEntry } from './chain.sql'
import { readSale, type LineRow, type MineRow, type SaleName, type SaleRecord } from './sale.sql'

/** Null where there is none. */
export const findSale = async (deps: Deps, name: SaleName, memberId: MemberId | null): Promise<SaleView | null> => {
  const row = await readSale(deps, name, memberId)
  return row && saleView(row, memberId, deps.now())
}

const saleView = (row: SaleRecord, memberId: MemberId | null, now: EpochMs): SaleView => {
  const window = { startsAt: epochMs(row.startsAt), endsAt: epochMs(row.endsAt) }
  const lines = (row.lines ?? []).map(lineView)
  const isOwnCard = memberId !== null && row.sharer?.id === memberId
  return {
    ...{ id: row.id, title: row.title, note: row.note, state: row.state, version: row.version, ...window },
    community: row.communityId && row.community !== null ? { id: row.communityId, name: row.community } : null,
    leader: row.leader,
    handOverFromAt: epochMs(row.handOverFromAt),
    handOverUntilAt: epochMs(row.handOverUntilAt),
    pictures: lines.map((line) => line.picture).slice(0, 4),
    lines: lines.length,
    people: row.people,
    priceFromFen: fen(lines.length === 0 ? 0 : Math.min(...lines.map((line) => line.priceFen))),
    membership: row.membership,
    shortagePolicy: row.shortagePolicy,
    keepDays: row.keepDays,
    lineViews: lines,
    pickupPoints: row.pickupPoints ?? [],
    chain: (row.chain ?? []).map((entry) => chainEntry(entry, memberId)),
    chainCount: row.people,
    totals: totalsOf(row.lines ?? []),
    mine: (row.mine ?? []).map((order) => mineOf(order, row, now)),
    isLeader: memberId !== null && row.leaderId === memberId,
    canOrder: row.state === 'open' && windowPhase(window, now) === 'inside',
    cardPicture: row.cardPicture ?? lines[0]?.picture.url ?? null,
    sharer: row.sharer && !isOwnCard ? sharerOf(row.sharer, row.leaderId) : null,
    shareCode: row.shareCode,
  }
}

/** Neighbours know the leader by name; everybody else keeps theirs. */
const sharerOf = ({ id, name, avatar }: NonNullable<SaleRecord['sharer']>, leaderId: MemberId | null) => ({
  name: id === leaderId ? name : maskName(name),
  avatar,
})

const lineView = (row: LineRow): SaleLineView => {
  const { available, held, taken, stockLimit, paidUnits, reachedUnits, ...line } = row
  const price = { priceFen: fen(row.priceFen), tiers: row.tiers }
  const room = stockLimit === null ? available : Math.min(available, stockLimit - taken)
  return {
    ...line,
    picture: row.picture ?? NO_PICTURE,
    shopFen: fen(row.shopFen),
    priceFen: reachedPrice(price, reachedUnits),
    tiers: [{ fromUnits: 1, priceFen: price.priceFen }, ...price.tiers],
    sold: paidUnits,
    left: Math.max(0, Math.min(99, room)),
    leftForYou: leftForPerson({ ...row, ...price }),
  }
}

/** Two products under one label are one in the chat. */
export const totalsOf = (lines: readonly Pick<LineRow, 'label' | 'paidUnits'>[]): SaleView['totals'] => {
  const sums = new Map<string, number>()
  for (const { label, paidUnits } of lines) if (paidUnits > 0) sums.set(label, (sums.get(label) ?? 0) + paidUnits)
  return [...sums].map(([label, quantity]) => ({ label, quantity }))
}

const mineOf = (order: MineRow, sale: SaleRecord, now: EpochMs): MySaleOrder => ({
  orderId: order.orderId,
  number: order.number,
  trade: order.trade,
  payDeadlineAt: order.trade === 'awaiting-payment' ? epochMs(order.payDeadlineAt) : null,
  bag: bagAt(order.bag, sale.pickupPoints && epochMs(sale.handOverUntilAt), sale.keepDays, now),
  text: itemsText(order.items),
  totalFen: fen(order.totalFen),
  forName: order.forName,
})

/** The part of the page that moves. */
export const pulseOf = (view: SaleView): SalePulse => ({
  state: view.state,
  version: view.version,
  endsAt: view.endsAt,
  chain: view.chain,
  chainCount: view.chainCount,
  totals: view.totals,
  people: view.people,
  lines: view.lineViews.map(({ skuId, priceFen, sold, left, leftForYou }) => ({
    skuId,
    priceFen,
    sold,
    left,
    leftForYou,
  })),
  mine: view.mine,
})
