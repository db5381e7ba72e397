/** A whole number with its unit. Emptied, it waits for the next digit and keeps what it was; nothing typed is no answer. */
import { InputNumber } from 'antd'

type Props = {
  label: string
  unit: string
  value: number
  least?: number
  most: number
  isOff?: boolean
  isWrong?: boolean
  onChange: (n: number) => void
}

export const CountInput = ({
  label,
  unit,
  value,
  least = 1,
  most,
  isOff = false,
  isWrong = false,
  onChange,
}: Props) => (
  <InputNumber<number>
    aria-label={label}
    disabled={isOff}
    min={least}
    max={most}
    precision={0}
    status={isWrong ? 'error' : ''}
    suffix={unit}
    value={value}
    style={{ width: '100%' }}
    onChange={(n) => n !== null && onChange(n)}
  />
)
