import { fen } from '@/domain/money'
import { PriceText } from '@/ui/price-text'
import { draw } from '../../support/taro-dom/draw'

test.each([
  [2990, {}, '¥29.9'],
  [2995, {}, '¥29.95'],
  [3000, {}, '¥30'],
  [100, {}, '¥1'],
  [5, {}, '¥0.05'],
  [0, {}, '¥0'],
  [9400, { isTotal: true }, '¥94.00'],
  [1480, { isFrom: true }, '¥14.8起'],
])('%d fen reads as a price: %j', (amount, look, text) => {
  expect(draw(<PriceText fen={fen(amount)} {...look} />).text()).toBe(text)
})
