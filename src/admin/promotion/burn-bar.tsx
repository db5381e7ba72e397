/** What of a budget is out, and of that what is used, true to scale. */
import { countText } from '../parts/count-text'
import { copy } from './copy'
import './promotion.css'

type Props = { issued: number; used?: number; budget: number }

const width = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.min(100, (100 * part) / whole)}%`

export const BurnBar = ({ issued, used = 0, budget }: Props) => (
  <span className="burn-bar">
    <span className="burn-bar__track">
      <span className="burn-bar__issued" style={{ width: width(issued, budget) }} />
      <span className="burn-bar__used" style={{ width: width(used, budget) }} />
    </span>
    <span className="second">{copy.burn(countText(issued), countText(budget))}</span>
  </span>
)
