import type { OrderView } from '@/contract/order'
import { headOf } from '@/features/order/words'

const refunding = (...states: OrderView['refunds'][number]['state'][]) =>
  ({ trade: 'closed', money: 'refunding', pickup: null, refunds: states.map((state) => ({ state })) }) as never

test('a refund on its way says when it is there; one that failed does not promise that', () => {
  expect(headOf(refunding('sent'))).toEqual({ title: '正在退款', note: '一般几分钟，最慢三个工作日' })
  expect(headOf(refunding('done', 'failed'))).toEqual({ title: '退款还没退成', note: '店里知道了，会再退，钱不会少' })
})
