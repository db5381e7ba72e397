/** A shortage as it is drawn: both policies side by side before it is decided, afterwards what was decided. */
import type { ShortageView } from '@/contract/leader'
import type { SkuId } from '@/domain/ids'
import { addFen, fen, ZERO } from '@/domain/money'
import { maskName } from '@/domain/share/mask'
import type { Policy } from '@/domain/shortage/allocate'
import { outlineOf } from '@/domain/shortage/order-cuts'
import { epochMs } from '@/domain/time'
import { commissionLost, lostOn, placeShares, shareOut, type Shortage } from './share-out'
import type { CutRow, Decided, Product, ShortRow } from './shortage.sql'

type Head = Pick<ShortageView, 'skuId' | 'title' | 'picture' | 'policy'>
type Outline = ShortageView['outlines'][number]

export const headOf = (skuId: SkuId, product: Product, policy: Policy): Head => ({
  skuId,
  title: product.title,
  picture: product.picture,
  policy,
})

/** The stated policy first. */
export const openShortageView = (head: Head, shortage: Shortage): ShortageView => {
  const other: Policy = head.policy === 'first-paid' ? 'proportional' : 'first-paid'
  return {
    ...head,
    sold: shortage.sold,
    received: shortage.received,
    outlines: [head.policy, other].map((policy) => previewOf(policy, shortage)),
    decided: null,
  }
}

const previewOf = (policy: Policy, shortage: Shortage): Outline => {
  const allocation = shareOut(policy, shortage)
  const rows = new Map(shortage.rows.map((row) => [row.id, row]))
  const shares = allocation.shares.flatMap((share) => {
    const row = rows.get(share.lineId)
    return row ? [{ share, row }] : []
  })
  return {
    ...outlineOf(policy, [allocation]),
    commissionFen: commissionLost(shortage.rows, allocation),
    places: placeShares([
      ...shares.map(({ share, row }) => ({ place: row.pickupPointId, sold: share.ordered, got: share.got })),
      ...shortage.gone.map(({ place, units }) => ({ place, sold: units, got: units })),
    ]),
    cuts: shares
      .filter(({ share }) => share.cut > 0)
      .map(({ share, row }) => ({
        orderId: row.orderId,
        number: row.number,
        name: nameOf(row),
        place: row.pickupPointId,
        paidAt: epochMs(row.paidAt.getTime()),
        ordered: share.ordered,
        cut: share.cut,
        refundFen: share.refundFen,
        reason: share.reason,
      })),
  }
}

const nameOf = ({ forName, buyerName }: { forName: string | null; buyerName: string }): string =>
  forName ?? maskName(buyerName)

/** `rows` are all lines as they stand since, for those who lost nothing. */
export const decidedView = (
  head: Head,
  { policy, sold, received, refundFen, at }: Decided,
  cuts: readonly CutRow[],
  rows: readonly ShortRow[],
): ShortageView => ({
  ...head,
  sold,
  received,
  outlines: [
    {
      policy,
      orders: new Set(cuts.map((cut) => cut.orderId)).size,
      refundFen: fen(refundFen),
      commissionFen: addFen(ZERO, ...cuts.map((c) => lostOn(c.rateBp, fen(c.beforeFen), fen(c.refundFen)))),
      places: placeShares([
        ...rows.map((row) => leftOf(row)),
        ...cuts.map(({ place, cut }) => ({ place, sold: cut, got: 0 })),
      ]),
      cuts: cuts.map((cut) => ({
        orderId: cut.orderId,
        number: cut.number,
        name: nameOf(cut),
        place: cut.place,
        paidAt: epochMs(cut.paidAt.getTime()),
        ordered: cut.ordered,
        cut: cut.cut,
        refundFen: fen(cut.refundFen),
        reason: cut.reason,
      })),
    },
  ],
  decided: { policy, refundFen: fen(refundFen), at: epochMs(at) },
})

const leftOf = (row: ShortRow) => {
  const units = row.quantity - row.refundedQuantity
  return { place: row.pickupPointId, sold: units, got: units }
}
