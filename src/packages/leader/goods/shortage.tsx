import type { RollUpView } from '@/contract/leader'
import type { SaleId, SkuId } from '@/domain/ids'
import { ShortageSheet } from '@/features/leader/shortage-sheet'
import { useShortage } from '@/features/leader/use-goods'

type Props = {
  readonly saleId: SaleId
  readonly skuId: SkuId
  readonly pickupPoints: RollUpView['pickupPoints']
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The sheet asks for its own product only when it is opened. */
export const Shortage = ({ saleId, skuId, ...rest }: Props) => (
  <ShortageSheet shortage={useShortage(saleId, skuId)} {...rest} />
)
