/** What the lists of a sale are made of: one row for each paid order line, as it stands now. */
import type { MemberId, OrderId, PickupPointId, SkuId } from '../ids'

export type SoldLine = {
  readonly orderId: OrderId
  readonly memberId: MemberId
  /** The order's number in the chain. */
  readonly number: number
  readonly skuId: SkuId
  readonly label: string
  /** Null = brought to the door. */
  readonly pickupPointId: PickupPointId | null
  /** Units that were sold and not taken back by the shopper, cut ones included. */
  readonly sold: number
  /** Units cut by a shortage. */
  readonly cut: number
}

/** Units that go into the bag. */
export const bagged = (line: SoldLine): number => line.sold - line.cut
