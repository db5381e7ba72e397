/** Rows of commission while the past is told: they are moved in the order of time and written at the end. */
import { estimate } from '@/domain/commission/earning'
import type { EarningEvent } from '@/domain/commission/move-earning'
import type { EarningId, OrderId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { Kept } from '../../../../earning/earning-row'
import type { Books } from '../../../../earning/open-books'
import type { Deps } from '../../../deps'
import type { Happening } from './happenings'

export type RowsInMind = {
  readonly all: () => readonly Kept[]
  readonly keep: (kept: Kept) => void
  readonly move: (id: EarningId, event: EarningEvent) => void
  readonly hear: (happening: Happening) => void
  /** Everything that was due until then, each at its own hour. */
  readonly releaseUntil: (at: EpochMs) => void
}

export const rowsInMind = (past: Deps, books: Books, turnTo: (at: EpochMs) => void): RowsInMind => {
  const rows = new Map<EarningId, Kept>()
  const keep = (kept: Kept): void => void rows.set(kept.earning.id, kept)

  const move = (id: EarningId, event: EarningEvent): void => {
    const kept = rows.get(id)
    if (!kept) throw new Error(`${id} was never booked`)
    keep(books.move(kept, event))
  }

  const ofOrder = (orderId: OrderId): Kept[] =>
    [...rows.values()].filter(({ earning }) => earning.orderId === orderId && earning.kind === 'commission')

  const hear = (happening: Happening): void => {
    const { orderId } = happening
    switch (happening.kind) {
      case 'paid':
        for (const line of happening.lines) {
          const { leaderId, isOwnPurchase } = happening
          keep(books.book(estimate({ ...line, id: past.newId('ern'), leaderId, orderId, isOwnPurchase }, past.now())))
        }
        return
      case 'received':
        for (const { earning } of ofOrder(orderId))
          if (earning.state === 'estimated') move(earning.id, { kind: 'received' })
        return
      case 'refunded':
        for (const { lineId, amountFen: refundFen } of happening.lines) {
          const row = ofOrder(orderId).find(({ earning }) => earning.lineId === lineId)
          if (row) move(row.earning.id, { kind: 'refunded', refundFen, clawBackId: past.newId('ern') })
        }
        return
      default:
        return happening satisfies never
    }
  }

  const releaseUntil = (at: EpochMs): void => {
    const due = [...rows.values()].filter(
      ({ earning }) => earning.state === 'accrued' && earning.releaseAt !== null && earning.releaseAt <= at,
    )
    for (const { earning } of due.sort((a, b) => (a.earning.releaseAt ?? 0) - (b.earning.releaseAt ?? 0))) {
      turnTo(earning.releaseAt ?? at)
      move(earning.id, { kind: 'released' })
    }
  }

  return { all: () => [...rows.values()], keep, move, hear, releaseUntil }
}
