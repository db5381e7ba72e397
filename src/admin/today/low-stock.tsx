import { Link } from 'react-router-dom'
import type { CallOutput } from '@/contract/index'
import { Picture } from '../parts/picture'
import { Card } from '../parts/page'
import { Empty } from '../parts/states'
import { copy } from './copy'

const words = copy.lowStock
const SHOWN = 3

type Today = CallOutput<'staff-order', 'today'>

/** The list is the shortest few of `total`. */
export const LowStock = ({ rows, total }: { rows: Today['lowStock']; total: number }) => (
  <Card
    title={words.title}
    aside={total > 0 && words.aside(total)}
    action={
      <Link to="/stock?low=1" className="quiet-link">
        {words.all}
      </Link>
    }
  >
    {rows.length === 0 && <Empty icon="check" title={words.none} note={words.noneNote} />}
    <ul className="goods-list">
      {rows.slice(0, SHOWN).map(({ skuId, title, options, picture, available }) => (
        <li key={skuId}>
          <Picture picture={picture} size={38} />
          <span className="goods-list__what">
            <span className="goods-list__title">{title}</span>
            <span className="second">{options.join(' · ')}</span>
          </span>
          <span className={`goods-list__left ${available === 0 ? 'is-out' : ''}`}>{words.left(available)}</span>
          <Link to={`/stock?low=1&open=${skuId}`} className="quiet-link">
            {words.adjust}
          </Link>
        </li>
      ))}
    </ul>
  </Card>
)
