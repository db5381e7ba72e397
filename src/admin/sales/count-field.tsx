/** What was counted of one product; stored when the field is left or Enter pressed, an empty field takes the count back. */
import { useEffect, useState } from 'react'
import { InputNumber } from 'antd'
import type { RollUpRow } from '@/domain/sale/roll-up'
import type { SaleId } from '@/domain/ids'
import { useAct } from '../cloud/use-act'
import { copy, receiveRefusals } from './sale-copy'

const MOST = 1_000_000

export const CountField = ({ saleId, row: { skuId, label, received } }: { saleId: SaleId; row: RollUpRow }) => {
  const [typed, setTyped] = useState(received)
  useEffect(() => setTyped(received), [received])
  const receiving = useAct('staff-sale', 'receive', receiveRefusals)
  const store = async (): Promise<void> => {
    if (typed === received) return
    if (!(await receiving.run({ saleId, counts: [{ skuId, received: typed }] }))) setTyped(received)
  }
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <InputNumber<number>
        aria-label={copy.countOf(label)}
        className={`count-field${typed === received ? '' : ' is-changed'}`}
        size="small"
        min={0}
        max={MOST}
        precision={0}
        controls={false}
        placeholder={copy.countHint}
        disabled={receiving.isBusy}
        value={typed}
        onChange={(value) => setTyped(value)}
        onBlur={() => void store()}
        onPressEnter={({ target }) => (target as HTMLElement).blur()}
      />
    </span>
  )
}
