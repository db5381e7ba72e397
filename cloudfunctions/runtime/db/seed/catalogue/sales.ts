/** The demo's communities and their group sales: one open with its tiers, one being handed over, one settled, one to come. */
import type { SaleState } from '@/domain/sale/sale'
import type { Policy } from '@/domain/shortage/allocate'
import { leaders, members } from './people'
import { neighbours } from './neighbours'

export type DemoCommunity = {
  readonly slug: string
  readonly leader: string
  readonly name: string
  readonly note: string
  /** Where its sales are usually handed over. */
  readonly point: string
  readonly members: readonly string[]
  /** Days since it was founded. */
  readonly age: number
}

export type DemoSaleLine = {
  readonly product: string
  readonly sku: number
  readonly label: string
  readonly priceFen: number
  readonly tiers?: readonly (readonly [fromUnits: number, priceFen: number])[]
  readonly stockLimit?: number
  readonly perPerson?: number
  /** How much of all baskets it is in, against the others. */
  readonly weight: number
}

export type DemoSale = {
  readonly slug: string
  /** Null: the store's own. */
  readonly community: string | null
  readonly title: string
  readonly note: string
  readonly state: SaleState
  /** Hours from now. */
  readonly from: number
  readonly until: number
  readonly handOver: readonly [from: number, until: number]
  readonly policy: Policy
  readonly points: readonly string[]
  readonly lines: readonly DemoSaleLine[]
  readonly paid: readonly string[]
  readonly unpaid: readonly string[]
  /** How many bags are still on the shelf, the last in the chain. */
  readonly waiting: number
  /** Pieces of the first line for each paid order, where a tier is to stand at a certain count. */
  readonly first?: string
}

const of = (from: number, until: number): string[] => neighbours.slice(from, until).map(({ name }) => name)
const everybody = [...members, ...leaders].map(({ name }) => name)

export const communities: readonly DemoCommunity[] = [
  {
    slug: 'afang',
    leader: 'afang',
    name: '梧桐里 · 阿芳邻里群',
    note: '每周三、周日各开一次接龙，第二天傍晚在 3 号楼架空层拿。坏果拍照发群里就赔，不用寄回。',
    point: 'building-3',
    members: [...everybody.filter((name) => name !== 'haoran'), ...of(0, 34)],
    age: 66,
  },
  {
    slug: 'laozhou',
    leader: 'laozhou',
    name: '11 号楼 · 老周拼菜群',
    note: '一起买菜便宜些。晚点来拿不要紧，敲门就行。',
    point: 'building-11',
    members: ['laozhou', 'dawei', 'chenchen', 'momo', 'haoran', ...of(24, 40)],
    age: 58,
  },
  {
    slug: 'xiaoqin',
    leader: 'xiaoqin',
    name: '东门 · 小琴烘焙群',
    note: '面包每天现烤，蛋糕提前一天订。店里有冰柜，来晚了也是凉的。',
    point: 'east-gate',
    members: ['xiaoqin', 'lili', 'yuanyuan', 'xiaomei', ...of(4, 24)],
    age: 31,
  },
]

const ORDERED = ['lili', 'ajie', 'dawei', 'chenchen', 'yuanyuan', 'momo', 'laozhou']

export const sales: readonly DemoSale[] = [
  {
    slug: 'sunday-fresh',
    community: 'afang',
    title: '周日鲜食接龙',
    note: '草莓今早 6:20 到店，我先挑着吃过了，甜。明天傍晚五点半以后在架空层绿色货架拿，报号码就行。',
    state: 'open',
    from: -6,
    until: 5.2,
    handOver: [28, 31],
    policy: 'first-paid',
    points: ['building-3'],
    lines: [
      {
        ...{ product: 'dandong-strawberry', sku: 0, label: '草莓', priceFen: 3_180, perPerson: 4, weight: 0 },
        tiers: [
          [20, 2_990],
          [50, 2_890],
          [80, 2_790],
        ],
      },
      { product: 'free-range-eggs', sku: 0, label: '土鸡蛋', priceFen: 2_380, weight: 7 },
      { product: 'lye-croissant', sku: 1, label: '可颂', priceFen: 1_480, stockLimit: 40, weight: 6 },
      { product: 'chongming-spinach', sku: 0, label: '菠菜', priceFen: 590, weight: 8 },
      { product: 'fresh-milk', sku: 0, label: '鲜奶', priceFen: 1_450, weight: 6 },
      { product: 'provence-tomato', sku: 0, label: '番茄', priceFen: 1_390, weight: 5 },
      { product: 'shepherds-purse-dumpling', sku: 0, label: '水饺', priceFen: 2_080, weight: 4 },
      { product: 'sweet-corn', sku: 1, label: '水果玉米', priceFen: 1_680, weight: 4 },
    ],
    paid: [...ORDERED, ...of(0, 38)],
    unpaid: ['neighbour-39', 'neighbour-40', 'xiaoqin'],
    waiting: 0,
    // 46 boxes: four short of the second tier
    first: '210212011201101220112011201110122011102120111',
  },
  {
    slug: 'friday-dinner',
    community: 'afang',
    title: '周五晚饭接龙',
    note: '都到齐了，绿色货架第二层，袋子上写着号码。虾在泡沫箱里，最后拿。',
    state: 'delivered',
    from: -52,
    until: -27,
    handOver: [-2.5, 2],
    policy: 'first-paid',
    points: ['building-3'],
    lines: [
      {
        ...{ product: 'white-shrimp', sku: 0, label: '鲜虾', priceFen: 3_890, weight: 5 },
        tiers: [[15, 3_690]],
      },
      { product: 'black-pork-belly', sku: 0, label: '五花肉', priceFen: 2_380, weight: 5 },
      { product: 'yellow-potato', sku: 0, label: '土豆', priceFen: 520, weight: 6 },
      { product: 'chongming-spinach', sku: 0, label: '菠菜', priceFen: 590, weight: 8 },
      { product: 'plain-yoghurt', sku: 1, label: '酸奶', priceFen: 2_180, perPerson: 3, weight: 4 },
    ],
    paid: [...of(0, 20), 'lili', 'ajie', ...of(20, 27), 'yuanyuan', 'momo', 'xiaomei'],
    unpaid: [],
    waiting: 4,
  },
  {
    slug: 'old-roots',
    community: 'laozhou',
    title: '老周挑的一周菜',
    note: '土豆、苹果都是重东西，我推车送到门厅。',
    state: 'settled',
    from: -15 * 24,
    until: -14 * 24,
    handOver: [-13 * 24, -13 * 24 + 4],
    policy: 'proportional',
    points: ['building-11'],
    lines: [
      { product: 'yellow-potato', sku: 1, label: '土豆', priceFen: 1_180, weight: 6 },
      { product: 'fuji-apple', sku: 0, label: '苹果', priceFen: 2_480, tiers: [[12, 2_290]], weight: 7 },
      { product: 'provence-tomato', sku: 0, label: '番茄', priceFen: 1_390, weight: 5 },
      { product: 'free-range-eggs', sku: 0, label: '土鸡蛋', priceFen: 2_380, weight: 5 },
    ],
    paid: ['dawei', 'chenchen', 'momo', ...of(24, 39)],
    unpaid: [],
    waiting: 0,
  },
  {
    slug: 'baking-day',
    community: 'xiaoqin',
    title: '周末烘焙接龙',
    note: '吐司要发一夜，所以明天早上才开接，数量不多。',
    state: 'open',
    from: 15,
    until: 40,
    handOver: [50, 56],
    policy: 'first-paid',
    points: ['east-gate'],
    lines: [
      { product: 'hokkaido-toast', sku: 0, label: '生吐司', priceFen: 1_680, stockLimit: 20, perPerson: 2, weight: 1 },
      { product: 'lye-croissant', sku: 3, label: '海盐可颂', priceFen: 1_780, weight: 1 },
      { product: 'fresh-milk', sku: 1, label: '鲜奶两瓶', priceFen: 2_180, weight: 1 },
    ],
    paid: [],
    unpaid: [],
    waiting: 0,
  },
  {
    slug: 'store-flowers',
    community: null,
    title: '周末一束花',
    note: '花明天一早到，插在水里等你。三个自提点都能拿。',
    state: 'open',
    from: -20,
    until: 9,
    handOver: [30, 38],
    policy: 'first-paid',
    points: ['building-3', 'building-11', 'east-gate'],
    lines: [
      { product: 'tulip-bunch', sku: 0, label: '郁金香', priceFen: 3_280, tiers: [[10, 2_980]], weight: 5 },
      { product: 'yunnan-blueberry', sku: 0, label: '蓝莓', priceFen: 3_980, weight: 4 },
    ],
    paid: ['lili', 'momo', 'neighbour-15', 'neighbour-24', 'haoran', 'neighbour-31'],
    unpaid: [],
    waiting: 0,
  },
]
