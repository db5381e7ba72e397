import { forgetSearches, remember, searches } from '@/features/search/history'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../support/taro-dom/taro'))

beforeEach(() => phone.reset())

test('the latest word stands first, a repeated one only once', () => {
  for (const word of ['草莓', '牛奶', '草莓']) remember(word)
  expect(searches()).toEqual(['草莓', '牛奶'])
})

test('twelve words are enough', () => {
  for (let n = 0; n < 20; n++) remember(`词${n}`)
  expect(searches()).toHaveLength(12)
  expect(searches()[0]).toBe('词19')
})

test('what is cleared is gone from the phone', () => {
  remember('草莓')
  expect(forgetSearches()).toEqual([])
  expect(searches()).toEqual([])
  expect(phone.kept.has('quanji.searches')).toBe(false)
})
