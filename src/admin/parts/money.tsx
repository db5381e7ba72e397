/** Money as the staff reads it: tabular digits, a small ¥, always two decimals, minus as "−". */
import { yuanText } from '@/domain/money'
import type { Fen } from '@/domain/money'
import './money.css'

/** `−123456` → `{ sign: '−', digits: '1,234.56' }`. */
const moneyParts = (amount: Fen): { sign: string; digits: string } => {
  const text = yuanText(amount)
  const sign = text.startsWith('−') ? '−' : ''
  return { sign, digits: text.slice(sign.length).replace(/\B(?=(\d{3})+\.)/g, ',') }
}

/** `"¥1,234.56"`, for sentences and labels. */
export const moneyText = (amount: Fen): string => {
  const { sign, digits } = moneyParts(amount)
  return `${sign}¥${digits}`
}

type Props = { amount: Fen; weight?: 400 | 500 | 600 | 650; plus?: boolean }

export const Money = ({ amount, weight = 600, plus = false }: Props) => {
  const { sign, digits } = moneyParts(amount)
  return (
    <span className="money" style={{ fontWeight: weight }}>
      {sign || (plus && amount > 0 ? '+' : '')}
      <span className="money__yen">¥</span>
      {digits}
    </span>
  )
}
