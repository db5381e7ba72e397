/** Wording of the one question after something of value. It stands apart because several packages ask, and only one has an inbox. */
import type { AskMoment } from '@/domain/message/ask'

export const askText = {
  paid: '发货了告诉你',
  'paid-express': '发货了告诉你',
  'paid-pickup': '备好了告诉你',
  'group-joined': '拼成了告诉你',
  'sale-joined': '到货了告诉你',
  'community-joined': '开团了告诉你',
  'coupon-claimed': '快到期时提醒你',
  leading: '名单定了、佣金到了告诉你',
} as const satisfies Record<AskMoment, string>

export const copy = {
  note: '微信里说一声，只这一次',
  yes: '好',
  done: '好，到时微信里告诉你',
  no: '不打扰了，想看时在「我的 · 消息」里',
} as const
