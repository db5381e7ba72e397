/** What can be done with a sale: printing, exporting, writing on, and the next step. */
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import type { StaffSaleView } from '@/contract/staff-sale'
import type { SaleAct } from '@/domain/sale/sale'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ConfirmOnce } from '../parts/confirm-once'
import { downloadCsv } from '../parts/csv'
import { Icon } from '../parts/icon'
import { moveRefusals, moves } from './copy'
import { copy, exportRefusals } from './sale-copy'
import { usePrintSlips } from './print-packing'

type Move = keyof typeof moves
const isMove = (act: SaleAct): act is Move => act !== 'settle'

/** While something has to be shared out, that has the primary button. */
export const SaleActs = ({ sale, isShort }: { sale: StaffSaleView; isShort: boolean }) => {
  const can = useCan()
  const { id, acts, state, leader, paidOrders } = sale
  const hasOrders = paidOrders > 0
  return (
    <>
      {hasOrders && <PrintButton sale={sale} />}
      {hasOrders && can('order.export') && <ExportButton sale={sale} />}
      {can('community.write') && leader === null && state !== 'settled' && state !== 'cancelled' && (
        <Link to={`/sales/${id}/edit`}>
          <Button>{copy.edit}</Button>
        </Link>
      )}
      {can('community.write') &&
        acts.filter(isMove).map((act) => <MoveButton key={act} sale={sale} act={act} isMain={!isShort} />)}
    </>
  )
}

const PrintButton = ({ sale: { id } }: { sale: StaffSaleView }) => {
  const { run, isBusy } = usePrintSlips(id)
  return (
    <Button icon={<Icon name="printer" size={14} />} loading={isBusy} onClick={() => void run('slips')}>
      {copy.print}
    </Button>
  )
}

const ExportButton = ({ sale: { id } }: { sale: StaffSaleView }) => {
  const exporting = useAct('staff-sale', 'exportOrders', exportRefusals, {
    done: copy.exported,
    onDone: ({ fileName, csv }) => downloadCsv(fileName, csv),
  })
  return (
    <Button
      icon={<Icon name="download" size={14} />}
      loading={exporting.isBusy}
      onClick={() => void exporting.run({ saleId: id })}
    >
      {copy.exportCsv}
    </Button>
  )
}

const MoveButton = ({ sale, act, isMain }: { sale: StaffSaleView; act: Move; isMain: boolean }) => {
  const { act: name, sure, note, done, isLoss } = moves[act]
  const moving = useAct('staff-sale', 'move', moveRefusals, { done })
  return (
    <ConfirmOnce
      title={sure}
      note={note}
      act={name}
      isLoss={isLoss}
      onSure={() => moving.run({ saleId: sale.id, act })}
    >
      <Button type={isMain && !isLoss ? 'primary' : 'default'} loading={moving.isBusy}>
        {name}
      </Button>
    </ConfirmOnce>
  )
}
