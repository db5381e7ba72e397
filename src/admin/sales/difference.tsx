/** What came against what is still promised. */
import type { RollUpRow } from '@/domain/sale/roll-up'
import { Icon } from '../parts/icon'
import { copy } from './sale-copy'

export const Difference = ({ row: { difference, cut }, isDecided }: { row: RollUpRow; isDecided: boolean }) => {
  if (difference === null) return <span className="matrix__none">—</span>
  if (difference < 0) return <span className="matrix__short">{copy.short(-difference)}</span>
  if (isDecided && cut > 0) return <span className="aside">{copy.shared(cut)}</span>
  if (difference > 0) return <span className="aside">{copy.surplus(difference)}</span>
  return <Icon name="check" size={15} style={{ color: 'var(--leaf)' }} />
}
