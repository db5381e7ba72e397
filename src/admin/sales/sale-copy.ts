/** Words of one sale: its steps, numbers, the matrix, its people, what is printed. */
import type { SaleState } from '@/domain/sale/sale'
import type { BagState } from '@/domain/pickup/bag'
import type { TradeState } from '@/domain/order/trade'
import type { Tone } from '../theme'
import type { RefusalWording } from '../cloud/refusal-text'
import { countText } from '../parts/count-text'
import { copy as sales, saleStates } from './copy'

export const bagStates = {
  waiting: { tone: 'doing', text: '待取' },
  handed: { tone: 'done', text: '已取' },
  overdue: { tone: 'todo', text: '过点未取' },
  'no-show': { tone: 'late', text: '没来取' },
  returned: { tone: 'quiet', text: '已收回' },
} as const satisfies Record<BagState, { tone: Tone; text: string }>

/** Before there is a bag the order's own state is what matters. */
export const tradeTags: Partial<Record<TradeState, { tone: Tone; text: string }>> = {
  'awaiting-payment': { tone: 'todo', text: '待付款' },
  closed: { tone: 'quiet', text: '已关闭' },
}

export const paidTag = { tone: 'done', text: '已付' } as const satisfies { tone: Tone; text: string }

export const copy = {
  crumb: '接龙 / 汇总',
  community: (name: string | null, leader: string | null) => [name, leader].filter(Boolean).join(' · ') || sales.own,
  print: '打印分拣单',
  printList: '打印自提清单',
  exportCsv: '导出 CSV',
  exported: '已导出',
  edit: '编辑',
  steps: saleStates as Record<SaleState, { text: string }>,
  expected: (when: string) => `预计 ${when}`,
  settleLater: '送达 7 天后',
  figures: { people: '接龙', units: '商品', paid: '实收', unpaid: '未付' },
  people: (n: number) => `${countText(n)} 人`,
  units: (n: number) => `${countText(n)} 份`,
  matrix: '按商品和自提点',
  matrixNote: '份数；红字为本次分配扣减',
  views: { matrix: '商品 × 自提点', places: '按自提点', people: '按人' },
  goods: '商品',
  sold: '卖出',
  received: '到货',
  difference: '差',
  total: '合计',
  short: (n: number) => `缺 ${n} 份`,
  shortSum: (n: number) => `缺 ${n}`,
  surplus: (n: number) => `多 ${n}`,
  shared: (n: number) => `已扣 ${n}`,
  home: '送货上门',
  homeNote: '快递员送',
  countOf: (label: string) => `${label} 到货`,
  countHint: '点数',
  restArrived: '其余到齐',
  restSure: '没点的都按卖出数记到货',
  restNote: '之后仍可以改。',
  counted: '已记到货',
  countTrail: '点数记录',
  countedBy: (name: string, isLeader: boolean) => (isLeader ? `团长 ${name}` : name),
  countChange: (label: string, before: number | null, after: number | null) =>
    before === null ? `${label} ${after ?? '清空'}` : `${label} ${before} → ${after ?? '清空'}`,
  nobody: '还没有人接龙',
  nobodyNote: '卡片发到群里后，下单的邻居会排到这里。',
  placePeople: (people: number, units: number) => `${countText(people)} 人 · ${countText(units)} 份`,
  placeKinds: (there: number, all: number) => (there === 0 ? '还没点货' : `到齐 ${there} / ${all} 样`),
  place: '自提点',
  placeGoods: '要卸的货',
  orders: '单',
  keeper: '联系人',
  cutOf: (n: number) => `扣 ${n}`,
  columns: { number: '序号', name: '邻居', what: '买了什么', place: '自提点', sum: '实付', state: '状态' },
  number: (n: number | null) => (n === null ? '—' : `${n} 号`),
  forName: (name: string) => `替 ${name} 下的单`,
  phoneTail: (tail: string) => `尾号 ${tail}`,
  allPlaces: '自提点',
  seeOrder: '订单',
  refund: '退款',
  refundSure: '退给没来取货的邻居',
  refundNote: '整单原路退回，佣金一并取消；货先收回店里查看。',
  refunded: '已退款，包裹收回店里',
  noPeople: '还没有订单',
} as const

export const receiveRefusals = {
  'sale.unknown': sales.unknown,
  'sale.not-counted-now': ({ state }) => `现在是「${saleStates[state].text}」，截单后、送达前才点货`,
  'sale.line-gone': '这样商品已不在这场接龙里，刷新看看',
} satisfies RefusalWording<'staff-sale', 'receive'>

export const noShowRefusals = {
  'sale.unknown': sales.unknown,
  'order.unknown': '找不到这一单',
  'bag.not-no-show': '还在保管期内，或已经取走',
  'order.not-refundable': '这一单不能再退',
} satisfies RefusalWording<'staff-sale', 'refundNoShow'>

export const exportRefusals = { 'sale.unknown': sales.unknown } satisfies RefusalWording<'staff-sale', 'exportOrders'>

export const sideCopy = {
  unpaid: '还没付款',
  unpaidNote: (n: number) => `${n} 单，过点自动取消`,
  count: '接下来：点货',
  countNote: (left: number) => `还有 ${left} 样没点。货到了直接在表里填数，缺的会在这里分。`,
  reckon: '等最后几单付款',
  reckonNote: '都付完或过点后，阶梯差价自动算好退回，再开始分拣。',
  fine: '到货都对上了',
  fineNote: '没有要分的货，装好就能送。',
  bags: '取货',
  bagsNote: (until: string) => `取货到 ${until}`,
  bagNames: { handed: '已取', waiting: '待取', overdue: '过点未取', noShow: '没来取' },
  noShowNote: '没来取的不会自动退钱，由店里决定：在「按人」里退款。',
  toPeople: '看没来取的',
  open: '正在接龙',
  openNote: '截单后按商品和自提点汇总，在这里点货、分货。',
  estimated: '预估佣金',
  over: '这场接龙走完了',
  overNote: '钱和佣金都已结清。',
  cancelled: '这场接龙取消了',
  cancelledNote: '没有人付款，没有钱要退。',
  draft: '还没开始',
  draftNote: '团长还在写，开始后才有订单。',
} as const
