/** Before an order is cancelled the sheet says what happens to what it used. */
import { act } from 'react'
import { AskSheet } from '@/features/order/ask-sheet'
import { useActs } from '@/features/order/use-acts'
import type { OrderId } from '@/domain/ids'
import { fen } from '@/domain/money'
import type { ShopperAct } from '@/domain/order/order'
import type { Quote } from '@/domain/pricing/quote'
import { draw } from '../support/taro-dom/draw'

jest.mock('@tarojs/taro', () => ({ __esModule: true, ...jest.requireActual('../support/taro-dom/taro') }))

const quoteWith = (steps: readonly object[]): Quote => ({ steps }) as unknown as Quote
const points = (amount: number) => ({ kind: 'points', points: 100, amountFen: fen(amount) })

const asked = async (name: ShopperAct, quote?: Quote): Promise<boolean> => {
  let start: () => void = () => undefined
  const Sheet = () => {
    const ends = { onView: jest.fn(), onPaid: jest.fn(), onBuyAgain: jest.fn(), onChangeAddress: jest.fn() }
    const acts = useActs(ends)
    const order = { id: 'ord_0123456789' as OrderId, trade: 'awaiting-payment' as const }
    start = () => acts.start(quote ? { ...order, quote } : order, name)
    return <AskSheet acts={acts} />
  }
  const sheet = draw(<Sheet />)
  await act(async () => start())
  return sheet.has('这单用的券和积分会还给你')
}

test.each<[ShopperAct, Quote | undefined, boolean]>([
  ['cancel', quoteWith([points(-100)]), true],
  ['cancel-paid', quoteWith([{ kind: 'coupon', amountFen: fen(-500) }]), true],
  ['cancel', quoteWith([points(0), { kind: 'goods', amountFen: fen(1980) }]), false],
  ['confirm-receipt', quoteWith([points(-100)]), false],
  ['cancel', undefined, false],
])('%s of %j', async (name, quote, isSaid) => {
  expect(await asked(name, quote)).toBe(isSaid)
})
