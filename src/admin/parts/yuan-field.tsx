/** A field for money: people type yuan, the draft holds fen. */
import { InputNumber } from 'antd'
import { fen, yuanText } from '@/domain/money'
import type { Fen } from '@/domain/money'

/** `"12.8"` → 1280, by the digits and not by a float; null for what is no price with at most two decimals. */
export const fenOfYuan = (text: string): Fen | null => {
  const match = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(text.trim().replace(/^¥/, ''))
  return match ? fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))) : null
}

type Props = {
  id?: string
  value?: Fen | null
  onChange?: (value: Fen | null) => void
  autoFocus?: boolean
  placeholder?: string
  disabled?: boolean
  size?: 'small' | 'middle'
  label?: string
  className?: string
}

export const YuanField = ({ value, onChange, size = 'middle', label, className, ...field }: Props) => (
  <InputNumber<string>
    {...field}
    {...(label ? { 'aria-label': label } : {})}
    {...(className ? { className } : {})}
    size={size}
    stringMode
    controls={false}
    min="0"
    precision={2}
    prefix={size === 'middle' ? '¥' : undefined}
    style={{ width: '100%' }}
    value={value === null || value === undefined ? null : yuanText(value)}
    onChange={(text) => onChange?.(text === null ? null : fenOfYuan(String(text)))}
  />
)
