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
}

/** The one place where fen become yuan on a screen: small ¥, small cents, figures of equal width. */
export const PriceText = ({ fen, size = 20, isTotal = false, isInk = false, isFrom = false }: Props) => {
  const text = yuanText(fen)
  const [yuan = '', cents = ''] = (isTotal ? text : text.replace(/\.?0+$/, '')).split('.')
  // Worked out beforehand: inside `compileMode` a condition becomes a node of its own.
  const tail = cents && `.${cents}`
  return (
    <View
      compileMode
      className={isInk ? 'price price-ink' : 'price'}
      style={size === 20 ? '' : `font-size:calc(${size}px * var(--scale))`}
    >
      <Text className="price-yen">¥</Text>
      {yuan}
      <Text className="price-cents">{tail}</Text>
      {isFrom && <Text className="price-from">起</Text>}
    </View>
  )
}
