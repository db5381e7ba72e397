import { fen } from '@/domain/money'
import { SkuSheet } from '@/ui/sku-sheet'
import { draw } from '../../support/taro-dom/draw'

const picture = { url: '/p.750.webp', tone: ['#fff', '#eee'] as const }
const sku = (id: string, options: string[], price: number, available: number) => ({
  id,
  options,
  priceFen: fen(price),
  available,
  picture: null,
  stock: `还有 ${available} 盒`,
})
const skus = [
  sku('a', ['500g', '中果'], 2990, 38),
  sku('b', ['500g', '大果'], 3590, 2),
  sku('c', ['1kg', '中果'], 5680, 6),
  sku('d', ['礼盒', '中果'], 9900, 0),
]
const specs = [
  { name: '分量', options: ['500g', '1kg', '礼盒'] },
  { name: '果径', options: ['中果', '大果'] },
]

const opened = (limit = 99) => {
  const onTap = jest.fn()
  const onClose = jest.fn()
  const acts = [{ text: '立即购买', onTap }]
  const view = draw(<SkuSheet isOpen title="草莓" {...{ onClose, picture, specs, skus, limit, acts }} />)
  return { ...view, onTap, onClose }
}

test('it opens on a SKU that can be bought and buys what is chosen', () => {
  const view = opened()
  expect(view.text()).toContain('¥29.9')
  view.tap('大果')
  expect(view.text()).toContain('¥35.9')
  expect(view.text()).toContain('还有 2 盒')
  view.tap('数量，加一')
  view.tap('立即购买')
  expect(view.onTap).toHaveBeenCalledWith('b', 2)
})

test('no more pieces than there are, nor than one may take', () => {
  const few = opened()
  few.tap('数量，加一')
  few.tap('数量，加一')
  few.tap('大果')
  few.tap('立即购买')
  expect(few.onTap).toHaveBeenCalledWith('b', 2)

  const limited = opened(1)
  expect(limited.find('数量，加一').getAttribute('aria-disabled')).toBe('true')
})

test('what is sold out or was never made says so and takes no tap', () => {
  const view = opened()
  expect(view.find('礼盒，卖完了').getAttribute('aria-disabled')).toBe('true')
  view.tap('1kg')
  view.tap('大果，没有这种搭配')
  view.tap('立即购买')
  expect(view.onTap).toHaveBeenCalledWith('c', 1)
})

test('with a spec open the button asks for it and buys nothing', () => {
  const view = opened()
  view.tap('500g')
  view.tap('请选分量')
  expect(view.onTap).not.toHaveBeenCalled()
})

test('the cross and the ground beside it put it away', () => {
  const view = opened()
  view.tap('关闭')
  view.tap('关闭草莓')
  expect(view.onClose).toHaveBeenCalledTimes(2)
})
