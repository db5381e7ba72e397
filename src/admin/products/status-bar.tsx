import type { ProductStatus, StaffProductRow } from '@/contract/staff-catalog'
import { useAct } from '../cloud/use-act'
import { ConfirmOnce } from '../parts/confirm-once'
import { SelectionAct, SelectionBar } from '../parts/selection-bar'
import { copy } from './copy'

const words = copy.bar

export const StatusBar = ({ rows, onClear }: { rows: readonly StaffProductRow[]; onClear: () => void }) => {
  const change = useAct(
    'staff-catalog',
    'setStatus',
    {},
    {
      done: ({ changed, refused }) => words.done(changed, refused.length),
      onDone: onClear,
    },
  )
  const run = (status: ProductStatus): Promise<boolean> => change.run({ productIds: rows.map(({ id }) => id), status })
  return (
    <SelectionBar summary={words.chosen(rows.length)} onClear={onClear}>
      <ConfirmOnce title={words.offSure(rows.length)} act={words.off} onSure={() => run('off')}>
        <SelectionAct isBusy={change.isBusy}>{words.off}</SelectionAct>
      </ConfirmOnce>
      <SelectionAct isMain isBusy={change.isBusy} onClick={() => void run('on')}>
        {words.on}
      </SelectionAct>
    </SelectionBar>
  )
}
