/** A shelf price in the pieces that are set in different sizes: 29 and .9, not 29.90. */
import { yuanText, type Fen } from '@/domain/money'

export type PriceWords = { readonly yuan: string; readonly cents: string }

export const priceWords = (amount: Fen): PriceWords => {
  const [yuan = '', cents = ''] = yuanText(amount).split('.')
  const shown = cents.replace(/0+$/, '')
  return { yuan, cents: shown === '' ? '' : `.${shown}` }
}
