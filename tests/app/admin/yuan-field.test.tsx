/** People type yuan, the shop counts fen. */
import { act } from 'react'
import fc from 'fast-check'
import { fenOfYuan, YuanField } from '@/admin/parts/yuan-field'
import { yuanText, fen } from '@/domain/money'
import { draw } from '../../support/taro-dom/draw'

test.each([
  ['12.8', 1280],
  ['12.80', 1280],
  ['¥12.8', 1280],
  [' 0.01 ', 1],
  ['0', 0],
  ['7.', 700],
  ['1.15', 115],
  ['9999999.99', 999_999_999],
])('%j is %d fen', (typed, wanted) => {
  expect(fenOfYuan(typed)).toBe(wanted)
})

test.each(['', '.', '-1', '1.234', '1e3', '１２', 'NaN', '12345678', '1,000', '0x10', '12.8 元'])(
  '%j is no price',
  (typed) => {
    expect(fenOfYuan(typed)).toBeNull()
  },
)

test('every price reads back as itself', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => expect(fenOfYuan(yuanText(fen(n)))).toBe(n)))
})

const type = (field: HTMLInputElement, text: string) =>
  act(() => {
    // React listens to the value's own setter
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })

test('what is typed arrives as fen, what is cleared as nothing', () => {
  const heard: (number | null)[] = []
  const view = draw(<YuanField label="售价" value={fen(1280)} onChange={(value) => heard.push(value)} />)
  const field = view.find('售价') as HTMLInputElement
  expect(field.value).toBe('12.80')
  type(field, '19.9')
  type(field, '')
  expect(heard).toEqual([1990, null])
})
