/** Words of what the shop sends outside: refunds, shipping info, messages, pictures. */
import type { RefusalWording } from '../cloud/refusal-text'

/** By topic; one that a newer server knows and this page does not is shown by its own name. */
export const topicNames: Record<string, string> = {
  'refund.send': '退款',
  'shipping.upload': '发货信息上传',
  'shipping.remind': '微信催发货',
  'payment.close': '关闭支付单',
  'card.draw': '分享图',
  'group-card.draw': '拼团分享图',
  'group-card.remove': '收起旧的拼团图',
  'group-message.tell': '更新聊天里的拼团卡片',
  'group.settle': '拼团收尾',
  'feed.refresh': '首页推荐',
  'group.tell': '拼团结果通知',
  'message.send': '微信提醒',
  'service-card.keep': '微信订单卡片',
}

export const copy = {
  title: '发件箱',
  aside: (dead: number, waiting: number) => `${dead} 条停了 · ${waiting} 条自动重试中`,
  tabs: { all: '全部', dead: '停了，等你', waiting: '自动重试中' },
  columns: {
    topic: '要办的事',
    subject: '对象',
    error: '上次没成的原因',
    tries: '试过',
    created: '开始于',
    next: '下次',
  },
  tries: (n: number) => `${n} 次`,
  dead: '停了',
  waiting: '重试中',
  retry: '重试',
  retryAll: (n: number) => `全部重试 ${n} 条`,
  retried: '已重新排队，几秒后再看',
  none: '没有卡住的事',
  noneNote: '退款、发货信息、通知都按时送出去了。',
  refusals: { 'letter.unknown': '这条已经办完了' } satisfies RefusalWording<'staff-order', 'retryLetter'>,
} as const
