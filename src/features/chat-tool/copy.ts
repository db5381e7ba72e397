/** Wording of the chat tool: what a leader reads beside the chat, and what is said into it. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { ToolNo } from '@/platform/chat-tool'
import { saleStateText } from '@/ui/sale-words'

type Code = Exclude<CallRefusal<'sale', 'open'>['code'], CommonRefusal['code']>

export const refused = { 'sale.unknown': '没找到这场接龙' } as const satisfies Record<Code, string>

export const copy = {
  title: '接龙',
  back: '返回',
  row: { title: '群工具', note: '在群里发卡片、提醒' },
  state: saleStateText,
  starts: (moment: string) => `${moment} 开始`,
  until: (moment: string) => `${moment} 截单`,
  ended: (moment: string) => `${moment} 截的单`,
  people: '位已接龙',
  line: {
    sold: (label: string, n: number) => `${label} 已接 ${n} 份`,
    price: (yuan: string) => `¥${yuan}`,
    next: (missing: number, yuan: string) => `再 ${missing} 份，人人 ¥${yuan}`,
    last: '已到最低一档',
  },
  chain: {
    title: '接龙名单',
    empty: '还没有人接',
    pending: '待付款',
    me: '我',
    more: (n: number) => `还有 ${n} 位，在接龙页看`,
  },
  unpaid: (names: string, n: number) => `${names} ${n > 3 ? `等 ${n} 位` : ''}还没付款`,
  send: '发接龙卡片',
  remind: '提醒付款',
  invite: '提醒接龙',
  go: '去接龙',
  see: '看接龙页',
  reminder: { pay: (title: string) => `接龙付款 ${title}`, join: (title: string) => title, plain: '接龙' },
  done: { send: '卡片发到群里了', pay: '已在群里提醒', join: '已在群里提醒' },
  no: {
    cancelled: '没有发，想发时再点',
    outside: '要在微信群里打开，才能发到群里',
    old: '微信版本低了一点，升级后就能用；普通卡片照样能发',
    failed: '没发出去，稍后再试一次',
  } as const satisfies Record<ToolNo, string>,
  choose: '选一个群',
  again: '再试一次',
  list: { title: '进行中的接龙', empty: '现在没有进行中的接龙', people: (n: number) => `${n} 位已接` },
} as const
