/** A date and time of the shop's clock. */
import { DatePicker } from 'antd'
import type { EpochMs } from '@/domain/time'
import { calendarOf, instantOf } from '../group-buy/wall-clock'

type Props = { value: EpochMs; isOff?: boolean; isWrong?: boolean; label?: string; onChange: (at: EpochMs) => void }

export const InstantField = ({ value, isOff = false, isWrong = false, label, onChange }: Props) => (
  <DatePicker
    value={calendarOf(value)}
    disabled={isOff}
    status={isWrong ? 'error' : ''}
    format="YYYY-MM-DD HH:mm"
    showTime={{ format: 'HH:mm', minuteStep: 5 }}
    allowClear={false}
    needConfirm={false}
    style={{ width: '100%' }}
    {...(label ? { 'aria-label': label } : {})}
    onChange={(shown) => shown && onChange(instantOf(shown))}
  />
)
