import { Suspense, lazy, useState } from 'react'
import { App } from 'antd'
import { fen } from '@/domain/money'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ConfirmOnce } from '../parts/confirm-once'
import { Icon } from '../parts/icon'
import { moneyText } from '../parts/money'
import { SelectionAct, SelectionBar } from '../parts/selection-bar'
import { timeLeftText } from '../parts/time-left'
import { useNow } from '../parts/use-now'
import { copy as acts } from './acts-copy'
import { copy } from './copy'
import type { OrderRow } from './orders-table'
import { printPicking } from './print-picking'

const ShipMany = lazy(() => import('./ship-many'))

const words = copy.bar

export const BatchBar = ({ rows, onClear }: { rows: readonly OrderRow[]; onClear: () => void }) => {
  const can = useCan()
  const now = useNow()
  const { message } = App.useApp()
  const [isShipping, setShipping] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const makeReady = useAct('staff-order', 'makeReady', acts.makeReady.refusals, {
    done: ({ ready, refused }) => words.readied(ready, refused.length),
    onDone: onClear,
  })

  const sum = fen(rows.reduce((total, { totalFen }) => total + totalFen, 0))
  const ends = rows.flatMap(({ clock }) => (clock && !clock.isSystem ? [clock.endAt] : []))
  const toReady = rows.filter(({ acts: open }) => open.includes('make-ready'))
  const toShip = rows.filter(({ acts: open }) => open.includes('ship'))

  const print = async (): Promise<void> => {
    setPrinting(true)
    await printPicking(rows.map(({ id }) => id)).catch(() => message.error(acts.picking.failed))
    setPrinting(false)
  }
  return (
    <>
      <SelectionBar
        summary={words.chosen(rows.length, moneyText(sum))}
        urgent={ends.length > 0 ? words.urgent(timeLeftText(Math.min(...ends) - now)) : undefined}
        onClear={onClear}
      >
        <SelectionAct isBusy={isPrinting} onClick={() => void print()}>
          <Icon name="printer" size={14} />
          {words.print}
        </SelectionAct>
        {can('order.ship') && toReady.length > 0 && (
          <ConfirmOnce
            title={acts.makeReady.sure}
            note={acts.makeReady.note}
            isLoss={false}
            act={words.ready(toReady.length)}
            onSure={() => makeReady.run({ orderIds: toReady.map(({ id }) => id) })}
          >
            <SelectionAct isBusy={makeReady.isBusy} isMain={toShip.length === 0}>
              {words.ready(toReady.length)}
            </SelectionAct>
          </ConfirmOnce>
        )}
        {can('order.ship') && toShip.length > 0 && (
          <SelectionAct isMain onClick={() => setShipping(true)}>
            {words.ship}
          </SelectionAct>
        )}
      </SelectionBar>
      {isShipping && (
        <Suspense fallback={null}>
          <ShipMany
            rows={toShip}
            skipped={rows.length - toShip.length}
            onClose={() => setShipping(false)}
            onDone={() => {
              setShipping(false)
              onClear()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
