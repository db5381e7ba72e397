/** Words of group sales: their states, the list, and moving one on. */
import type { SaleAct, SaleState } from '@/domain/sale/sale'
import { minuteText } from '@/domain/time'
import type { RefusalWording } from '../cloud/refusal-text'
import { countText } from '../parts/count-text'
import { moneyText } from '../parts/money'
import type { Tone } from '../theme'

export const saleStates = {
  draft: { tone: 'quiet', text: '草稿' },
  open: { tone: 'doing', text: '接龙中' },
  closed: { tone: 'todo', text: '已截单' },
  picking: { tone: 'doing', text: '分拣中' },
  delivered: { tone: 'doing', text: '已送达' },
  settled: { tone: 'done', text: '已结算' },
  cancelled: { tone: 'quiet', text: '已取消' },
} as const satisfies Record<SaleState, { tone: Tone; text: string }>

const nameOf = (state: SaleState): string => saleStates[state].text

export const copy = {
  title: '接龙',
  rooms: { sales: '全部接龙', day: '备货与送货' },
  tabs: {
    all: '全部',
    open: '接龙中',
    closed: '已截单',
    picking: '分拣中',
    delivered: '已送达',
    settled: '已结算',
    draft: '草稿',
    cancelled: '已取消',
  },
  community: '社群',
  create: '新建店铺接龙',
  own: '店铺',
  columns: {
    sale: '接龙',
    who: '团长',
    state: '状态',
    people: '接龙',
    units: '商品',
    paid: '实收',
    window: '截单',
    handOver: '取货',
    short: '缺货',
  },
  goods: (n: number) => `${n} 样商品`,
  orders: (n: number) => `${countText(n)} 单`,
  unpaid: (n: number) => `${n} 单未付`,
  units: (n: number) => `${countText(n)} 份`,
  shortGoods: (n: number) => `缺 ${n} 样`,
  until: (end: string) => `至 ${end}`,
  see: '查看',
  none: '还没有接龙',
  noneNote: '团长在小程序里开；店铺也可以自己开一场，各小区都能接。',
  noneHere: '这一栏没有接龙',
  noneHereNote: '换一栏看看。',
  unknown: '找不到这场接龙',
  unknownNote: '链接可能不对，回到列表看看。',
  toList: '回到列表',
} as const

type Words = { act: string; sure: string; note: string; done: string; isLoss: boolean }

/** Settling is the clock's alone. */
export const moves = {
  open: {
    act: '开始',
    sure: '开始后价格就定了',
    note: '商品、价格和阶梯不能再改，截单时间只能往后。',
    done: '已开始',
    isLoss: false,
  },
  close: {
    act: '提前截单',
    sure: '现在截单',
    note: '不再收新单；已下单没付的，付款时间不变。',
    done: '已截单',
    isLoss: true,
  },
  cancel: { act: '取消接龙', sure: '取消后不能再开', note: '还没有人付款，没有钱要退。', done: '已取消', isLoss: true },
  pick: {
    act: '开始分拣',
    sure: '开始分拣',
    note: '阶梯差价已算好退回；到货数可以边分边点。',
    done: '开始分拣了',
    isLoss: false,
  },
  deliver: {
    act: '送达',
    sure: '货到自提点了',
    note: '邻居会收到取货提醒，团长可以扫码交货。',
    done: '已送达，邻居会收到提醒',
    isLoss: false,
  },
} as const satisfies Record<Exclude<SaleAct, 'settle'>, Words>

const actNames: Record<SaleAct, string> = {
  open: '开始',
  close: '截单',
  cancel: '取消',
  pick: '分拣',
  deliver: '送达',
  settle: '结算',
}

export const termsRefusals = {
  'sale.title': '标题要有 1–24 个字',
  'sale.no-lines': '至少放一样商品',
  'sale.too-many-lines': ({ limit }: { limit: number }) => `最多 ${limit} 样商品`,
  'sale.no-point': '选一个自提点，或改成送货上门',
  'sale.window': '截单至少在 10 分钟后，最长开 14 天',
  'sale.hand-over-window': '取货要在截单之后，时长 30 分钟到 3 天',
  'sale.twice': '同一个规格放了两次',
  'sku.off': '有商品已下架，拿掉它',
  'sale.price': ({ floorFen, shopFen }: { floorFen: Parameters<typeof moneyText>[0]; shopFen: typeof floorFen }) =>
    `价格要在 ${moneyText(floorFen)} 到 ${moneyText(shopFen)} 之间，阶梯价也算`,
  'sale.tiers': ({ fault }: { fault: string }) =>
    fault === 'too-many'
      ? '阶梯最多 5 档'
      : fault === 'price-not-falling'
        ? '阶梯价要一档比一档低'
        : '阶梯份数要一档比一档多',
  'sale.limit': '限量要是 1 以上的整数',
} as const

export const moveRefusals = {
  ...termsRefusals,
  'sale.unknown': copy.unknown,
  'sale.changed': '同事刚改过，刷新后再试',
  'sale.move': ({ state, act }) => `现在是「${nameOf(state)}」，不能${actNames[act]}`,
  'sale.has-paid': ({ paid }) => `已有 ${paid} 单付款，不能取消`,
  'sale.has-unpaid': ({ unpaid }) => `有 ${unpaid} 单还没付，等付款时间过了再取消`,
  'sale.not-ended': ({ endsAt }) => `${minuteText(endsAt)} 才截单`,
  'sale.not-reckoned': ({ unpaid, untilAt }) =>
    untilAt ? `还有 ${unpaid} 单未付，${minuteText(untilAt).slice(6)} 后再开始分拣` : '差价还在算，过一会儿再开始分拣',
  'sale.nothing-to-pick': '没有要分拣的单，系统会自己结算',
  'sale.not-settled': '还没到结算的时候',
  'leader.not-approved': '团长已停用，不能开始',
  'community.not-yours': '社群已换团长',
  'community.not-active': '社群已暂停，不能开始',
  'pickup-point.unknown': '有自提点已停用，换一个',
} satisfies RefusalWording<'staff-sale', 'move'>
