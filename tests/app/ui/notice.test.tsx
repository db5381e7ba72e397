import { act } from 'react'
import { NoticeHost, notify } from '@/ui/notice'
import { PhoneContext, plainPhone } from '@/ui/phone'
import { draw } from '../../support/taro-dom/draw'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('the latest word replaces the one before and goes by itself', () => {
  const view = draw(<NoticeHost />)
  act(() => notify('放进购物车了'))
  act(() => notify('最多 3 盒'))
  expect(view.text()).toBe('最多 3 盒')
  act(() => void jest.advanceTimersByTime(3_000))
  expect(view.text()).toBe('')
})

test('only the page in sight speaks', () => {
  const covered = draw(
    <PhoneContext.Provider value={{ ...plainPhone, useIsVisible: () => false }}>
      <NoticeHost />
    </PhoneContext.Provider>,
  )
  act(() => notify('收好了'))
  expect(covered.text()).toBe('')
})
