/** Wording of group sales. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { BagState } from '@/domain/pickup/bag'
import type { SaleState } from '@/domain/sale/sale'
import type { Policy } from '@/domain/shortage/allocate'
import { saleStateText } from '@/ui/sale-words'

type Code = Exclude<
  (
    | CallRefusal<'sale', 'open'>
    | CallRefusal<'sale', 'chain'>
    | CallRefusal<'sale', 'chainForChat'>
    | CallRefusal<'sale', 'share'>
    | CallRefusal<'sale', 'drafted'>
  )['code'],
  CommonRefusal['code']
>

export const refused = {
  'sale.unknown': '没找到这场接龙',
  'sale.not-open': '这场接龙已经截单了',
  'draft.unknown': '没找到团长帮记的这单',
} as const satisfies Record<Code, string>

export const copy = {
  title: '接龙',
  state: saleStateText,
  soon: '快开始了',
  store: '店里的接龙',
  members: (joined: boolean) => (joined ? '已加入' : '点开就能接'),
  invitedBy: (name: string) => `${name} 请你来接龙`,
  until: (moment: string) => `${moment} 截单`,
  starts: (moment: string) => `${moment} 开始`,
  ended: (moment: string) => `${moment} 截的单`,
  tierPromise: '降到下一档，先付的自动退差价',
  tier: {
    units: (n: number) => (n === 1 ? '1 份起' : `${n} 份`),
    next: (label: string, sold: number, missing: number, yuan: string) => [
      `${label}已接 `,
      String(sold),
      ' 份，再 ',
      String(missing),
      ` 份，人人 ¥${yuan}`,
    ],
    over: (label: string, sold: number, yuan: string) => `${label}一共接了 ${sold} 份，人人 ¥${yuan}`,
    last: (label: string, yuan: string) => `${label}已到最低一档，人人 ¥${yuan}`,
  },
  shop: (yuan: string) => `店价 ¥${yuan}`,
  sold: (n: number) => `已接 ${n} 份`,
  limit: (n: number) => `每人限 ${n} 份`,
  few: (n: number) => `只剩 ${n} 份`,
  soldOut: '接完了',
  enough: '你的份数接满了',
  add: (title: string) => `接一份${title}`,
  place: {
    when: (span: string) => `${span} 取`,
    walk: (minutes: number) => `走 ${minutes} 分钟`,
    courier: '店里送到家',
    courierNote: (day: string) => `${day} 送`,
    kept: (days: number) => (days > 0 ? `没赶上的，帮你留 ${days} 天` : '当天取，不过夜'),
  },
  promise: {
    title: '缺货自动退',
    policy: {
      'first-paid': '不够分按付款先后，少的当天退',
      proportional: '不够分大家按比例少一点，少的当天退',
    } as const satisfies Record<Policy, string>,
  },
  chain: {
    title: (n: number) => `接龙 ${n} 位`,
    empty: '还没有人接，做第一个',
    me: '我',
    pending: '待付款',
    all: '全部',
    more: '再看一些',
    end: '从头到这里了',
    copy: '复制接龙文字',
    copied: '接龙文字已复制，去群里粘贴',
    picture: '存成长图',
    kept: '长图好了',
    failed: '没存成，换复制文字试试',
  },
  ago: {
    now: '刚刚',
    minutes: (n: number) => `${n} 分钟前`,
  },
  mine: {
    title: (number: number | null) => (number === null ? '我接的，还没付款' : `我是第 ${number} 位`),
    pay: '去付款',
    see: '看订单',
    code: '取货码',
    forName: (name: string) => `帮${name}记的`,
    bag: {
      waiting: '等取货',
      handed: '已取货',
      overdue: '帮你留着',
      'no-show': '没来取，联系团长',
      returned: '退回店里了',
    } as const satisfies Record<BagState, string>,
    gone: '已取消',
  },
  dock: {
    total: '合计',
    none: '点 + 接一份',
    pickup: '自提免运费',
    courier: '运费结算时算',
    pay: '接龙付款',
    share: '发到群里',
    over: {
      draft: '还没开始',
      open: '已截单',
      closed: '已截单',
      picking: '备货中',
      delivered: '已截单',
      settled: '已结束',
      cancelled: '已取消',
    } as const satisfies Record<SaleState, string>,
  },
  card: {
    title: '把接龙发出去',
    note: '邻居点开就能接，分享没有奖励',
    poster: '生成接龙海报',
  },
  words: {
    head: (title: string, until: string, place: string) => [`【${title}】`, `${until} · ${place}`],
    skipped: (count: number) => `…… 前面还有 ${count} 位`,
    totals: (people: number, items: string) => `共 ${people} 位：${items}`,
    join: (url: string) => `点开接龙：${url}`,
  },
  drafted: {
    title: '帮邻居付一单',
    head: (leader: string, name: string) => `${leader}帮${name}记了这一单`,
    note: (name: string) => `你来付款，${name}去取货`,
    word: (leader: string, note: string) => `${leader}：${note}`,
    pay: (yuan: string) => `付款 ¥${yuan}`,
    over: {
      placed: '这一单已经有人付了',
      withdrawn: '团长收回了这一单',
      lapsed: '这一单过了截单时间',
    },
    see: '看看这场接龙',
    until: (moment: string) => `${moment} 前付款`,
  },
  safe: [{ title: '接过的单都在', note: '打开「我的 · 订单」就能看到' }],
} as const
