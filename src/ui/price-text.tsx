import { Text, View } from '@tarojs/components'
import { yuanText, type Fen } from '@/domain/money'
import './price-text.scss'

type Props = {
  readonly fen: Fen
  /** Pixels of the figure at 390 wide; the sign and the cents follow it. */
  readonly size?: number
  /** A total shows two decimals; a price on the shelf drops its last zeros. */
  readonly isTotal?: boolean
  readonly isInk?: boolean
  /** More than one price hides behind it: ¥29.9 起. */
  readonly isFrom?: boolean
  readonly className?: string
}

/** The one place where fen become yuan on a screen: small ¥, small cents, figures of equal width. */
export const PriceText = ({ fen, size, isTotal = false, isInk = false, isFrom = false, className = '' }: Props) => {
  const text = yuanText(fen)
  const [yuan = '', cents = ''] = (isTotal ? text : text.replace(/\.?0+$/, '')).split('.')
  return (
    <View
      className={`price ${isInk ? 'price-ink' : ''} ${className}`}
      style={size ? `font-size:calc(${size}px * var(--scale))` : ''}
    >
      <Text className="price-yen">¥</Text>
      {yuan}
      {cents && <Text className="price-cents">{`.${cents}`}</Text>}
      {isFrom && <Text className="price-from">起</Text>}
    </View>
  )
}
