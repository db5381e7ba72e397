import { ADDRESS_LIMIT, isDefaultAddress } from '@/domain/member/address-book'
import { isOrderOpen } from '@/domain/member/deletion'
import { maskPhone } from '@/domain/member/mask-phone'

test.each([
  ['13812342071', '138****2071'],
  ['8613812342071', '861****2071'],
  ['95588', '****88'],
  ['', '****'],
])('%s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

test('the first address is the default, later ones only where asked', () => {
  expect(isDefaultAddress(false, 0)).toBe(true)
  expect(isDefaultAddress(false, 3)).toBe(false)
  expect(isDefaultAddress(true, 3)).toBe(true)
  expect(ADDRESS_LIMIT).toBe(20)
})

test.each([
  ['awaiting-payment', 'unpaid', true],
  ['fulfilling', 'paid', true],
  ['late-paid', 'paid', true],
  ['completed', 'paid', false],
  ['completed', 'refunding', true],
  ['cancelled', 'unpaid', false],
  ['closed', 'refunded', false],
  ['closed', 'refunding', true],
] as const)('an order %s with money %s keeps its member: %s', (trade, money, open) => {
  expect(isOrderOpen(trade, money)).toBe(open)
})
