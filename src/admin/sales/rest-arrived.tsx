/** What nobody has counted yet came as it was sold: one press when the truck brought everything. */
import { Button } from 'antd'
import type { StaffSaleView } from '@/contract/staff-sale'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ConfirmOnce } from '../parts/confirm-once'
import { canCount } from './can-count'
import { copy, receiveRefusals } from './sale-copy'

export const RestArrived = ({ sale }: { sale: StaffSaleView }) => {
  const can = useCan()
  const receiving = useAct('staff-sale', 'receive', receiveRefusals, { done: copy.counted })
  const rest = sale.rollUp.rows.filter(({ received, sold }) => received === null && sold > 0)
  if (!canCount(sale) || !can('community.write') || rest.length === 0) return null
  return (
    <ConfirmOnce
      title={copy.restSure}
      note={copy.restNote}
      act={copy.restArrived}
      isLoss={false}
      onSure={() =>
        receiving.run({
          saleId: sale.id,
          counts: rest.map(({ skuId, sold, cut }) => ({ skuId, received: sold - cut })),
        })
      }
    >
      <Button size="small" loading={receiving.isBusy}>
        {copy.restArrived}
      </Button>
    </ConfirmOnce>
  )
}
