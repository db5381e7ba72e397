/** A discount the way it is said: 8.5 折 is 1500 basis points off. */
import { InputNumber } from 'antd'

type Props = {
  label: string
  unit: string
  /** 0 折 is free. */
  least?: number
  offBp: number
  isOff: boolean
  onChange: (offBp: number) => void
}

export const FoldInput = ({ label, unit, least = 0, offBp, isOff, onChange }: Props) => (
  <InputNumber<number>
    aria-label={label}
    disabled={isOff}
    min={least}
    max={9.9}
    step={0.5}
    precision={1}
    suffix={unit}
    value={(10_000 - offBp) / 1000}
    style={{ width: '100%' }}
    onChange={(tenths) => tenths !== null && onChange(10_000 - Math.round(tenths * 1000))}
  />
)
