/** A rate in percent, stored when the field is left or Enter pressed. */
import { useEffect, useState } from 'react'
import { InputNumber } from 'antd'
import { copy } from './rates-copy'

const MOST = 50

type Props = { label: string; rateBp: number; isOff: boolean; onSave: (rateBp: number) => Promise<boolean> }

export const RateField = ({ label, rateBp, isOff, onSave }: Props) => {
  const [typed, setTyped] = useState<number | null>(rateBp / 100)
  useEffect(() => setTyped(rateBp / 100), [rateBp])
  const store = async (): Promise<void> => {
    const next = typed === null ? rateBp : Math.round(typed * 100)
    if (next === rateBp || !(await onSave(next))) setTyped(rateBp / 100)
  }
  return (
    <InputNumber<number>
      aria-label={label}
      size="small"
      value={typed}
      min={0}
      max={MOST}
      precision={2}
      controls={false}
      suffix={copy.percent}
      disabled={isOff}
      style={{ width: 92 }}
      onChange={setTyped}
      onBlur={() => void store()}
      onPressEnter={({ target }) => (target as HTMLElement).blur()}
    />
  )
}
