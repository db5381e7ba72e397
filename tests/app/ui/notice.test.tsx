import { act } from 'react'
import { NoticeHost, notify, notifyOnward } from '@/ui/notice'
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

const page = (isInSight: boolean) => (
  <PhoneContext.Provider value={{ ...plainPhone, useIsVisible: () => isInSight }}>
    <NoticeHost />
  </PhoneContext.Provider>
)

test('what went wrong stays with the page it went wrong on', () => {
  const form = draw(page(true))
  act(() => notify('没存上，再试一次'))
  expect(form.text()).toBe('没存上，再试一次')
  form.again(page(false))
  const next = draw(page(true))
  expect(next.text()).toBe('')
  next.again(<></>)
  form.again(page(true))
  expect(form.text()).toBe('没存上，再试一次')
})

test('what is done is said on the page that comes next', () => {
  const form = draw(page(true))
  act(() => notifyOnward('存好了', 'check'))
  form.again(<></>)
  expect(draw(page(true)).text()).toBe('存好了')
})

test('a page in sight again speaks for itself', () => {
  const list = draw(page(true))
  list.again(page(false))
  draw(page(true)).again(<></>)
  list.again(page(true))
  act(() => notify('删掉了'))
  expect(list.text()).toBe('删掉了')
})
