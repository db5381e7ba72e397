/** The code that fetches a parcel: for eyes, for ears, for a scanner. */
import { PickupCode } from '@/features/order/pickup-code'
import type { OrderView } from '@/contract/order'
import { draw } from '../support/taro-dom/draw'
import { modulesOf, seenModules } from '../support/taro-dom/seen-code'

const pickup = (code: string | null) =>
  ({
    code,
    point: { id: 'pup_1', name: '3 号楼架空层', address: '梧桐里 168 弄', hours: '10:00–20:30', keeper: '小满' },
  }) as unknown as NonNullable<OrderView['pickup']>

jest.mock('@tarojs/taro', () => ({ __esModule: true, ...jest.requireActual('../support/taro-dom/taro') }))

test.each(['550121', '000000', '999999', '012345'])('the square beside %s holds these digits', (code) => {
  const card = draw(<PickupCode pickup={pickup(code)} isOpen isReady />)
  const { side, dark } = modulesOf(code, 'H')
  expect(seenModules(card.all('.digit-square-code')[0], side)).toEqual(dark)
})

test('who listens hears the digits one by one', () => {
  const card = draw(<PickupCode pickup={pickup('550121')} isOpen isReady />)
  expect(card.has('取货码 5 5 0 1 2 1，点开放大')).toBe(true)
  expect(card.text()).toContain('550 121')
})

test('a tap holds the code out large, another puts it away', () => {
  const card = draw(<PickupCode pickup={pickup('550121')} isOpen isReady />)
  card.tap('取货码 5 5 0 1 2 1，点开放大')
  expect(card.all('.digit-square-big')).toHaveLength(1)
  card.tap('取货码 5 5 0 1 2 1')
  expect(card.all('.digit-square-big')).toHaveLength(0)
})

test('before it lies ready nobody is told to come, and afterwards there is no code', () => {
  const early = draw(<PickupCode pickup={pickup('550121')} isOpen isReady={false} />)
  expect(early.text()).toContain('备好后凭码取货')
  expect(early.text()).not.toContain('给小满看一眼')
  const over = draw(<PickupCode pickup={pickup(null)} isOpen={false} isReady={false} />)
  expect(over.text()).not.toContain('550')
  expect(over.all('.digit-square')).toHaveLength(0)
})
