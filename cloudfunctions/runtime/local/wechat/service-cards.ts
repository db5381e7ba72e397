/** Service cards (新版一次性订阅): the payment is the ticket, activated within a day, updated for thirty. */
import * as z from 'zod'
import { DAY, SECOND, type EpochMs } from '@/domain/time'
import type { FindPayment, WechatBooks } from './books'
import { reading, say, sayNo, type Say } from './say'

const json = <S extends z.ZodType>(shape: S) =>
  z
    .string()
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        ctx.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(shape)

const bodyShape = z.object({
  openid: z.string().min(1),
  notify_type: z.int(),
  notify_code: z.string().min(1),
  content_json: z.string(),
  check_json: z.string().optional(),
})
const contentShape = json(
  z.object({
    cur_status: z.int(),
    wxa_path_query: z.string().min(1),
    product_count: z.int().min(1),
    product_list: z.object({
      info_list: z
        .array(z.object({ product_img: z.url(), product_name: z.string().min(1), product_path_query: z.string() }))
        .min(1),
    }),
  }),
)
const checkShape = json(z.object({ pay_amount: z.int(), pay_time: z.int() }))

const TYPES = [2001, 2002, 2003, 2006]
const ACTIVATE_WITHIN = DAY
const UPDATE_WITHIN = 30 * DAY

export const setUserNotify = (books: WechatBooks, findPayment: FindPayment, body: unknown, now: EpochMs): Say =>
  reading(bodyShape, body, sayNo(85435, 'invalid content_json'), (ask) => {
    if (!TYPES.includes(ask.notify_type)) return sayNo(85434, 'invalid notify_type')
    const content = contentShape.safeParse(ask.content_json)
    if (!content.success) return sayNo(85440, 'content_json lack need field')
    const payment = findPayment({ transactionId: ask.notify_code })
    if (!payment) return sayNo(85437, 'invalid notify_code')
    if (payment.openid !== ask.openid) return sayNo(40003, 'invalid openid')

    const card = books.cards.get(ask.notify_code)
    if (!card) {
      const check = ask.check_json === undefined ? null : checkShape.safeParse(ask.check_json)
      const fits =
        check?.success &&
        check.data.pay_amount === payment.amountFen &&
        check.data.pay_time === Math.floor(payment.paidAt / SECOND)
      if (!fits) return sayNo(85433, 'invalid check_json')
      if (now - payment.paidAt > ACTIVATE_WITHIN) return sayNo(85438, 'notify_code expired')
    } else {
      if (now - card.activatedAt > UPDATE_WITHIN) return sayNo(85438, 'notify_code expired')
      // WeChat has a table of moves for each kind of card; what they share is that a card never goes back.
      if (content.data.cur_status <= card.status) return sayNo(85439, 'content_json with wrong status')
    }
    books.cards.put(ask.notify_code, {
      status: content.data.cur_status,
      activatedAt: card?.activatedAt ?? now,
      content: content.data,
    })
    return say()
  })
