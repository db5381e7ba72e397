/** A scan as the phone keeps it until the shop has answered, and for the evening after. */
import type { ScanAnswer } from '@/contract/leader'
import type { MemberId, OrderId, PickupPointId, SaleId, ScanId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

export type PhoneScan = {
  readonly scanId: ScanId
  readonly saleId: SaleId
  readonly orderId: OrderId
  readonly codeStep: number | null
  readonly mac: string | null
  readonly at: EpochMs
  readonly device: string
  readonly by: MemberId
  readonly pickupPointId: PickupPointId | null
  /** What the shop said; null until it has. */
  readonly answer: ScanAnswer | null
}
