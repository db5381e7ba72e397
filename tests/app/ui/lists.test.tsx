import * as fc from 'fast-check'
import { fen } from '@/domain/money'
import { AvatarStack } from '@/ui/avatar'
import { PhoneContext, plainPhone } from '@/ui/phone'
import { ProductCard, type Goods } from '@/ui/product-card'
import { layColumns, Waterfall } from '@/ui/waterfall'
import { draw } from '../../support/taro-dom/draw'

const goods: Goods = {
  id: 'prd_1',
  title: '丹东草莓',
  picture: { url: '/s.750.webp', tone: ['#fff', '#eee'], alt: '草莓' },
  ratio: 1.2,
  priceFen: fen(2990),
  isFrom: false,
  soldOut: false,
}

describe('a product card', () => {
  test('the plus puts into the cart without opening the product', () => {
    const onOpen = jest.fn()
    const onAdd = jest.fn()
    const view = draw(<ProductCard goods={goods} onOpen={onOpen} onAdd={onAdd} />)
    view.tap('放进购物车')
    expect(onAdd).toHaveBeenCalledWith(goods)
    expect(onOpen).not.toHaveBeenCalled()
    view.tap('丹东草莓')
    expect(onOpen).toHaveBeenCalledWith(goods)
  })

  test('what is sold out says so and offers no plus', () => {
    const view = draw(<ProductCard goods={{ ...goods, soldOut: true }} onOpen={jest.fn()} onAdd={jest.fn()} />)
    expect(view.text()).toContain('卖完了')
    expect(view.has('放进购物车')).toBe(false)
  })

  test('its picture has a box, a tone, a small file and a word for those who listen', () => {
    const view = draw(<ProductCard goods={goods} onOpen={jest.fn()} />)
    const [picture] = view.all('img')
    expect(picture?.getAttribute('src')).toBe('/s.360.webp')
    expect(picture?.getAttribute('alt')).toBe('草莓')
    expect(view.all('.pic')[0]?.getAttribute('style')).toContain('padding-top: 120%')
  })
})

describe('the waterfall', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 })
  const itself = (height: number) => height

  test('what was laid stays where it is when more arrive', () => {
    fc.assert(
      fc.property(heights, heights, (first, more) => {
        const before = layColumns(first, 2, itself)
        const after = layColumns([...first, ...more], 2, itself)
        before.forEach((column, place) => expect(after[place]?.slice(0, column.length)).toEqual(column))
      }),
    )
  })

  test('the columns differ by no more than the tallest card', () => {
    fc.assert(
      fc.property(heights, (items) => {
        const [left = 0, right = 0] = layColumns(items, 2, itself).map((column) => column.reduce((a, b) => a + b, 0))
        expect(Math.abs(left - right)).toBeLessThanOrEqual(Math.max(0, ...items))
      }),
    )
  })

  test('large letters get one column', () => {
    const view = draw(
      <PhoneContext.Provider value={{ ...plainPhone, isLargeText: true }}>
        <Waterfall items={['a', 'b', 'c']} heightOf={() => 1} keyOf={itself2} draw={itself2} />
      </PhoneContext.Provider>,
    )
    expect(view.all('.fall')).toHaveLength(1)
    expect(view.text()).toBe('abc')
  })
})

const itself2 = (word: string) => word

test('a stack shows a few faces and counts the others', () => {
  const people = ['顾', '周', '陈', '林'].map((name) => ({ name, url: null }))
  expect(draw(<AvatarStack people={people} most={3} />).text()).toBe('顾周陈+1')
})
