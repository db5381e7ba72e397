/** Whose order loses something, the first six, the rest on demand. */
import { useState } from 'react'
import type { ShortageView } from '@/contract/leader'
import type { StaffSaleView } from '@/contract/staff-sale'
import { dueText } from '../parts/hour-text'
import { Money } from '../parts/money'
import { useNow } from '../parts/use-now'
import { placeName } from './places'
import { copy as words } from './sale-copy'
import { copy } from './shortage-copy'

const FIRST = 6

type Props = {
  sale: StaffSaleView
  outline: ShortageView['outlines'][number]
  isStated: boolean
  isDone: boolean
}

export const CutList = ({ sale, outline: { cuts }, isStated, isDone }: Props) => {
  const [isWhole, setWhole] = useState(false)
  const now = useNow()
  const title = isDone ? copy.cutListDone : isStated ? copy.cutList : copy.compared
  return (
    <>
      <p className="cut-list__title">{title(cuts.length)}</p>
      <ul className="cut-list">
        {(isWhole ? cuts : cuts.slice(0, FIRST)).map(({ orderId, number, name, place, paidAt, cut, refundFen }) => (
          <li key={orderId}>
            <span className="cut-list__who">
              {name} <span className="aside">{placeName(sale.rollUp.pickupPoints, place).name}</span>
              <span className="second">{words.number(number)}</span>
            </span>
            <time>{dueText(paidAt, now)}</time>
            <span>×{cut}</span>
            <Money amount={refundFen} />
          </li>
        ))}
      </ul>
      {cuts.length > FIRST && (
        <button type="button" className="quiet-link cut-list__more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? copy.less : copy.more(cuts.length - FIRST)}
        </button>
      )}
    </>
  )
}
