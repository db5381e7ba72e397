/** Wording of messages: what the inbox says, and what may be switched off. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { MessageTopic } from '@/domain/message/kinds'

type Code = Exclude<
  CallRefusal<'message', 'inbox'>['code'] | CallRefusal<'message', 'mute'>['code'],
  CommonRefusal['code']
>
export const refused = {} as const satisfies Record<Code, string>

export const topicText = {
  order: { name: '发货和取货', note: '发出、备好时说一声' },
  group: { name: '拼团', note: '拼成、没拼成、位子没了' },
  sale: { name: '社群接龙', note: '开团、截单、到货不够、今天取货' },
  refund: { name: '退款', note: '钱退回时说一声' },
  coupon: { name: '优惠券到期', note: '最多一周一次' },
  leader: { name: '团长的事', note: '名单定了、佣金等你收' },
} as const satisfies Record<MessageTopic, { name: string; note: string }>

export const copy = {
  title: '消息',
  readAll: '都看过了',
  count: (unread: number) => `${unread} 条没看`,
  settings: '提醒',
  end: '就这些了',
  unread: '没看过',
  empty: { title: '还没有消息', note: '发货、备好、退款，都会在这里告诉你', action: '去逛逛' },
  safe: [{ title: '消息都在', note: '一条不少，稍后再看' }],
  today: '今天',
  yesterday: '昨天',
  mute: {
    title: '消息提醒',
    head: '要不要在微信里提醒你',
    note: '关掉的只放进消息里，不出声。晚上十点到早上八点，不急的都等天亮。',
    left: (count: number) => `微信还能提醒 ${count} 次`,
    once: '微信规定：答应一次，只能提醒一次。下单后会再问你。',
  },
  told: {
    shipped: '发出了',
    shippedPart: '先发出一部分',
    parcel: (carrier: string, tail: string) => `${carrier} 尾号 ${tail}`,
    ready: '备好了，等你来取',
    readyCode: (code: string) => `备好了，取货码 ${code}`,
    groupFull: (size: number) => `${size} 人到齐，拼成了`,
    groupFullNote: '店里开始备货',
    groupExpired: '没拼成，钱退给你',
    back: (yuan: string) => `¥${yuan} 原路退回`,
    seatLost: '位子没赶上，等你选去处',
    chooseBy: (moment: string) => `${moment} 前选，不选就全额退`,
    refund: (yuan: string) => `¥${yuan} 退回微信了`,
    coupon: (name: string) => `「${name}」快到期了`,
    coupons: (more: number) => `还有 ${more} 张也快到期`,
    couponUse: '去看看用在哪',
    opened: '开团了，来接龙',
    until: (moment: string) => `${moment} 截单`,
    unpaid: '团长提醒：还没付款',
    payBy: (moment: string) => `${moment} 前付，过时就不留了`,
    saleClosed: '接龙截单了',
    saleBack: (yuan: string) => `人多更省，退你 ¥${yuan}`,
    salePacking: '店里开始备货',
    cut: (pieces: number) => `到货不够，少了 ${pieces} 件`,
    handOver: (from: string, until: string) => `今天 ${from}–${until} 取货`,
    listReady: '名单定了，可以备货',
    listEmpty: '截单了，这一场没有人下单',
    list: (orders: number, pieces: number) => `${orders} 单 ${pieces} 件`,
    payout: (yuan: string) => `佣金 ¥${yuan} 等你收`,
    confirmBy: (moment: string) => `${moment} 前在微信里点收`,
    decided: { approved: '你是团长了', rejected: '团长申请没通过', suspended: '团长身份先停一停' },
    start: '建个群，开第一场接龙',
    /** A leader who has left the shop has no name any more. */
    offered: (from: string) => (from ? `${from}想把社群交给你` : '有个社群想交给你'),
    answerBy: (moment: string) => `${moment} 前答复`,
  },
} as const
