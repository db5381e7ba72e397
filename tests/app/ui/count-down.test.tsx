import { act } from 'react'
import { epochMs, later } from '@/domain/time'
import { clockCells, CountDown } from '@/ui/count-down'
import { PhoneContext, plainPhone } from '@/ui/phone'
import { draw } from '../../support/taro-dom/draw'

const start = epochMs(Date.UTC(2026, 10, 22))
const pass = (ms: number) => act(() => void jest.advanceTimersByTime(ms))

beforeEach(() => jest.useFakeTimers({ now: start }))
afterEach(() => jest.useRealTimers())

test.each([
  [18_760_000, 0, '05:12:40'],
  [18_759_001, 0, '05:12:40'],
  [90_061_000, 1, '01:01:01'],
  [0, 0, '00:00:00'],
  [-5_000, 0, '00:00:00'],
])('%d ms left are %d days and %s', (ms, days, text) => {
  expect(clockCells(ms)).toEqual({ days, cells: text.split(':') })
})

test('it counts each second and says once that time is up', () => {
  const onEnd = jest.fn()
  const view = draw(<CountDown until={later(start, 2_500)} onEnd={onEnd} />)
  expect(view.text()).toBe('00:00:03')
  pass(500)
  expect(view.text()).toBe('00:00:02')
  pass(10_000)
  expect(view.text()).toBe('00:00:00')
  expect(onEnd).toHaveBeenCalledTimes(1)
})

test('it does not tick while its page is covered', () => {
  const covered = { ...plainPhone, useIsVisible: () => false }
  const view = draw(
    <PhoneContext.Provider value={covered}>
      <CountDown until={later(start, 60_000)} />
    </PhoneContext.Provider>,
  )
  pass(5_000)
  expect(view.text()).toBe('00:01:00')
  expect(jest.getTimerCount()).toBe(0)
})
