import type { CallOutput } from '@/contract/index'
import { Money } from '../parts/money'
import { Picture } from '../parts/picture'
import { Card } from '../parts/page'
import { Empty } from '../parts/states'
import { copy } from './copy'

const words = copy.top
const SHOWN = 3

export const TopProducts = ({ rows }: { rows: CallOutput<'staff-order', 'today'>['topProducts'] }) => {
  const most = Math.max(1, ...rows.map(({ paidFen }) => paidFen))
  return (
    <Card title={words.title} aside={words.aside}>
      {rows.length === 0 && <Empty icon="bag" title={words.none} note={words.noneNote} />}
      <ul className="goods-list">
        {rows.slice(0, SHOWN).map(({ title, picture, pieces, paidFen }) => (
          <li key={title}>
            <Picture picture={picture} size={38} />
            <span className="goods-list__what">
              <span className="goods-list__title">{title}</span>
              <span className="goods-list__track">
                <span style={{ width: `${(100 * paidFen) / most}%` }} />
              </span>
            </span>
            <span className="goods-list__sum">
              <Money amount={paidFen} />
              <span className="second">{words.pieces(pieces)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
