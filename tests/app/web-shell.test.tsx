import { act } from 'react'
import { tap } from '@/ui/tap'
import { WebShell } from '@/web-shell'
import { draw } from '../support/taro-dom/draw'

jest.mock('@tarojs/taro', () => jest.requireActual('../support/taro-dom/taro'))

const press = (node: HTMLElement, key: string) =>
  act(() => void node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

test.each([
  ['Enter', 1],
  [' ', 1],
  ['a', 0],
])('on the web the key 「%s」 taps a control %d times', async (key, times) => {
  const onTap = jest.fn()
  const view = draw(
    <div>
      <WebShell />
      <div {...(tap(onTap, '去拼') as object)} tabIndex={0} />
    </div>,
  )
  await act(async () => undefined)
  press(view.find('去拼'), key)
  expect(onTap).toHaveBeenCalledTimes(times)
})
