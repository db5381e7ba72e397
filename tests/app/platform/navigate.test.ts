import { existsSync } from 'node:fs'
import type { AddressId, OrderId } from '@/domain/ids'
import { go, takeWantedCategory } from '@/platform/navigate'
import { phone } from '../../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../../support/taro-dom/taro'))

beforeEach(() => phone.reset())
const last = () => phone.asked[phone.asked.length - 1]

test.each([
  ['a product', () => go.product('prd_1'), 'navigateTo', '/packages/product/detail/index?id=prd_1'],
  [
    'a search',
    () => go.search('草莓 & 橙'),
    'navigateTo',
    `/packages/product/search/index?text=${encodeURIComponent('草莓 & 橙')}`,
  ],
  ['an empty search', () => go.search(), 'navigateTo', '/packages/product/search/index'],
  ['the cart', () => go.cart(), 'switchTab', '/pages/cart/index'],
  ['checkout of the cart', () => go.checkout(), 'navigateTo', '/packages/order/checkout/index'],
  [
    'one SKU at once',
    () => go.checkout({ skuId: 'sku_1', quantity: 2 }),
    'navigateTo',
    '/packages/order/checkout/index?sku=sku_1&quantity=2',
  ],
  ['what has a heart', () => go.favorites(), 'navigateTo', '/packages/product/favorites/index'],
  ['orders', () => go.orders('to-pay'), 'navigateTo', '/packages/order/list/index?tab=to-pay'],
  [
    'the placed order',
    () => go.orderInstead('ord_1' as OrderId),
    'redirectTo',
    '/packages/order/detail/index?id=ord_1',
  ],
  [
    'an address',
    () => go.addressEdit('adr_1' as AddressId),
    'navigateTo',
    '/packages/member/address-edit/index?id=adr_1',
  ],
] as const)('%s has one address', (_, walk, name, url) => {
  walk()
  expect(last()).toEqual({ name, argument: { url } })
  expect(existsSync(`src${url.split('?')[0]}.tsx`)).toBe(true)
})

test('the tenth page takes the place of the ninth', () => {
  phone.openPages(9)
  go.product('prd_1')
  expect(last()?.name).toBe('redirectTo')
})

test('back from the first page leads home', () => {
  go.back()
  expect(last()).toEqual({ name: 'switchTab', argument: { url: '/pages/home/index' } })
  phone.openPages(2)
  go.back()
  expect(last()?.name).toBe('navigateBack')
})

test('the category tab learns once what it should show', () => {
  go.category('cat_1')
  expect(takeWantedCategory()).toBe('cat_1')
  expect(takeWantedCategory()).toBeNull()
})
