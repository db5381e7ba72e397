/** Wording of an order in a group sale: its place in the chain, its bag, and the code that is shown at the door. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { BagState } from '@/domain/pickup/bag'
import type { SaleState } from '@/domain/sale/sale'

type Code = Exclude<(CallRefusal<'sale', 'pickupKey'> | CallRefusal<'sale', 'share'>)['code'], CommonRefusal['code']>

export const saleRefused = {
  'order.unknown': '没找到这笔订单',
  'pickup.not-ready': '这笔订单现在没有取货码',
  'sale.unknown': '没找到这场接龙',
  'sale.not-open': '这场接龙已经截单了',
} as const satisfies Record<Code, string>

/** A bag that is there, or was. */
const bagText = {
  waiting: '到货了',
  overdue: '帮你留着',
  'no-show': '留的时间过了',
  handed: '取走了',
  returned: '退回店里了',
} as const satisfies Record<BagState, string>

export const saleCopy = {
  place: (number: number) => `你是第 ${number} 位`,
  placeOf: (name: string, number: number) => `${name}是第 ${number} 位`,
  listed: (number: number | null) => (number === null ? '接龙' : `接龙第 ${number} 位`),
  /** In place of 「备货中」 while the chain still grows. */
  untilEnd: '等截单',
  strip: {
    title: (title: string, number: number | null) => (number === null ? title : `${title} · 第 ${number} 位`),
    see: '看看这场接龙',
    paidFor: (name: string) => `帮${name}付的`,
    /** Until the bags are there it is the sale that moves. */
    state: {
      draft: '还没开始',
      open: '还在接，截单后一起备货',
      closed: '截单了，店里这就备货',
      picking: '店里正在备货',
      cancelled: '接龙取消了，付的钱会退回',
    } as const satisfies Record<Exclude<SaleState, 'delivered' | 'settled'>, string>,
    bag: bagText,
    tierBack: (yuan: string) => `接的人多，降到下一档，退回你 ¥${yuan}`,
    cut: (title: string, pieces: number) => `${title}到货少了，缺你 ${pieces} 件`,
    cutBack: (yuan: string) => `¥${yuan} 自动退回，不用找人`,
    cutRule: '按开团时说好的规则分的',
  },
  head: {
    joined: (number: number) => `接上了，你是第 ${number} 位`,
    picking: '店里正在备货',
    ready: '到货了，等你来取',
    overdue: '帮你留着，记得来取',
    noShow: '留的时间过了',
    returned: '这袋退回店里了',
    handed: '取走了，慢慢吃',
  },
  headNote: {
    kept: (moment: string) => `${moment} 前都能来取`,
    noShow: '先联系团长，货还在就能取',
    returned: '联系店里，帮你处理',
  },
  story: {
    joined: (number: number) => `接上了，第 ${number} 位`,
    waitEnd: '等截单，一起备货',
    collect: '凭取货码取',
  },
  window: (span: string) => `${span} 取`,
  deliver: (day: string) => `${day} 店里送到家`,
  code: {
    title: '取货码',
    show: '出示取货码',
    enlarge: '点开取货码，亮屏给人扫',
    number: '你的号',
    numberOf: (name: string) => `${name}的号`,
    turns: '每 30 秒换新',
    turnsSpoken: '取货码，每 30 秒换新，截图过一会儿就不能用了',
    plain: '扫不上就报',
    spokenPlain: (code: string) => `扫不上就报 ${[...code].join(' ')}`,
    offline: '没有网络也能用，直接出示',
    early: '还没到货，到时来这里取',
    overdue: (moment: string) => `没赶上也不要紧，帮你留到 ${moment}`,
    noShow: '留的时间过了。先问问团长，货还在就能取',
    handedTitle: '取走了',
    handedNote: '袋子交到你手上了。少了坏了，找店里就好',
    returnedTitle: '这袋退回店里了',
    returnedNote: '联系店里，帮你处理',
    noneTitle: '现在没有取货码',
    see: '看订单',
    sale: '看看这场接龙',
    keeper: (name: string) => `给${name}扫一下就行`,
  },
  paid: {
    title: (number: number) => `接上了，你是第 ${number} 位`,
    titleFor: (name: string, number: number) => `帮${name}接上了，第 ${number} 位`,
    fetch: '取货码在订单里，到货了就能用',
    share: '发到群里，一起接',
    back: '回到接龙',
    see: '看订单',
    card: { title: '把接龙发出去', note: '邻居点开就能接，分享没有奖励' },
  },
  safe: [{ title: '订单好好的', note: '打开「我的 · 订单」也能看到六位取货码' }],
} as const
