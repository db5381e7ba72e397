/** What the demo shop offers in groups, and the groups its people have made: some live, some full, some that came to nothing. */
import { fen, type Fen } from '@/domain/money'

export type DemoCampaign = {
  readonly slug: string
  readonly name: string
  readonly product: string
  readonly size: number
  readonly minSize: number | null
  readonly lifeHours: number
  readonly perPerson: number
  readonly mostPieces: number
  readonly status: 'draft' | 'live' | 'ended'
  /** Days from the day the shop is opened; the past is negative. */
  readonly days: readonly [from: number, until: number]
  /** By the place of the SKU in its product. */
  readonly prices: readonly { readonly sku: number; readonly priceFen: Fen; readonly share: number }[]
}

const price = (sku: number, amount: number, share: number) => ({ sku, priceFen: fen(amount), share })

export const campaigns: readonly DemoCampaign[] = [
  {
    slug: 'strawberry',
    name: '草莓三人团',
    product: 'dandong-strawberry',
    size: 3,
    minSize: null,
    lifeHours: 24,
    perPerson: 5,
    mostPieces: 2,
    status: 'live',
    days: [-6, 60],
    prices: [price(0, 2990, 60), price(1, 3690, 30)],
  },
  {
    slug: 'milk',
    name: '鲜奶两人拼',
    product: 'fresh-milk',
    size: 2,
    minSize: null,
    lifeHours: 12,
    perPerson: 8,
    mostPieces: 3,
    status: 'live',
    days: [-5, 60],
    prices: [price(0, 1390, 80), price(2, 1390, 40)],
  },
  {
    slug: 'eggs',
    name: '土鸡蛋五人团',
    product: 'free-range-eggs',
    size: 5,
    minSize: 3,
    lifeHours: 24,
    perPerson: 3,
    mostPieces: 2,
    status: 'live',
    days: [-4, 60],
    prices: [price(0, 2180, 60), price(1, 5980, 20)],
  },
  {
    slug: 'blueberry',
    name: '蓝莓四人团（待上线）',
    product: 'yunnan-blueberry',
    size: 4,
    minSize: 3,
    lifeHours: 24,
    perPerson: 2,
    mostPieces: 1,
    status: 'draft',
    days: [2, 16],
    prices: [price(0, 3690, 40), price(1, 4690, 20)],
  },
  {
    slug: 'croissant',
    name: '碱水可颂早餐团',
    product: 'lye-croissant',
    size: 3,
    minSize: null,
    lifeHours: 24,
    perPerson: 5,
    mostPieces: 2,
    status: 'ended',
    days: [-21, -7],
    prices: [price(1, 1290, 80), price(3, 1590, 40)],
  },
]

/** A person in a group: when they placed, in minutes after the group was opened; the first opened it. */
export type DemoSeat = {
  readonly who: string
  readonly after: number
  /** Place of the SKU in its product; default the campaign's first. */
  readonly sku?: number
  readonly pieces?: number
  /** Minutes after the opening at which they left again. */
  readonly leftAfter?: number
  /** Their refund was given up by the clock and waits for the staff. */
  readonly isStuck?: true
}

export type DemoGroup = {
  readonly slug: string
  readonly campaign: string
  /** Hours before now at which it was opened. */
  readonly age: number
  readonly seats: readonly DemoSeat[]
  /** How it stands now. `forming`: the opener has yet to pay. `at-deadline`: the declared threshold was enough. */
  readonly now: 'forming' | 'open' | 'full' | 'at-deadline' | 'expired' | 'refunded'
  /** Where its orders are once it is full. */
  readonly goods?: 'to-ship' | 'ready' | 'received'
}

const seat = (who: string, after: number, more: Omit<DemoSeat, 'who' | 'after'> = {}): DemoSeat => ({
  who,
  after,
  ...more,
})

export const groups: readonly DemoGroup[] = [
  // live: what a visitor sees under 邻居正在拼, each with hours left
  {
    slug: 'strawberry-open',
    campaign: 'strawberry',
    age: 2.6,
    seats: [seat('ajie', 0), seat('haoran', 14, { leftAfter: 41 }), seat('yuanyuan', 54)],
    now: 'open',
  },
  { slug: 'strawberry-new', campaign: 'strawberry', age: 0.5, seats: [seat('haoran', 0)], now: 'open' },
  { slug: 'strawberry-forming', campaign: 'strawberry', age: 0.05, seats: [seat('chenchen', 0)], now: 'forming' },
  { slug: 'milk-xiaomei', campaign: 'milk', age: 1.2, seats: [seat('xiaomei', 0, { pieces: 2 })], now: 'open' },
  { slug: 'milk-dawei', campaign: 'milk', age: 0.4, seats: [seat('dawei', 0)], now: 'open' },
  {
    slug: 'eggs-enough',
    campaign: 'eggs',
    age: 5,
    seats: [seat('laozhou', 0), seat('xiaoqin', 42), seat('momo', 121)],
    now: 'open',
  },
  { slug: 'eggs-new', campaign: 'eggs', age: 1.8, seats: [seat('afang', 0), seat('ajie', 33)], now: 'open' },
  // full
  {
    slug: 'strawberry-full',
    campaign: 'strawberry',
    age: 26,
    seats: [seat('momo', 0), seat('dawei', 66), seat('laozhou', 192)],
    now: 'full',
    goods: 'to-ship',
  },
  {
    slug: 'strawberry-done',
    campaign: 'strawberry',
    age: 51,
    seats: [seat('afang', 0, { pieces: 2 }), seat('xiaoqin', 18), seat('lili', 47)],
    now: 'full',
    goods: 'received',
  },
  {
    slug: 'milk-full',
    campaign: 'milk',
    age: 22,
    seats: [seat('yuanyuan', 0, { pieces: 2 }), seat('afang', 38)],
    now: 'full',
    goods: 'ready',
  },
  {
    slug: 'milk-done-1',
    campaign: 'milk',
    age: 46,
    seats: [seat('xiaoqin', 0), seat('momo', 9)],
    now: 'full',
    goods: 'received',
  },
  {
    slug: 'milk-done-2',
    campaign: 'milk',
    age: 70,
    seats: [seat('lili', 0), seat('chenchen', 95, { sku: 2 })],
    now: 'full',
    goods: 'received',
  },
  {
    slug: 'eggs-at-deadline',
    campaign: 'eggs',
    age: 41,
    seats: [seat('lili', 0), seat('ajie', 140), seat('afang', 610)],
    now: 'at-deadline',
    goods: 'to-ship',
  },
  // came to nothing
  { slug: 'strawberry-alone', campaign: 'strawberry', age: 75, seats: [seat('dawei', 0)], now: 'refunded' },
  {
    slug: 'eggs-stuck',
    campaign: 'eggs',
    age: 30,
    seats: [seat('haoran', 0), seat('chenchen', 77, { isStuck: true })],
    now: 'expired',
  },
  // the campaign that is over
  {
    slug: 'croissant-1',
    campaign: 'croissant',
    age: 20 * 24,
    seats: [seat('xiaoqin', 0), seat('lili', 12), seat('xiaomei', 31)],
    now: 'full',
    goods: 'received',
  },
  {
    slug: 'croissant-2',
    campaign: 'croissant',
    age: 17 * 24 + 3,
    seats: [seat('afang', 0, { sku: 3 }), seat('yuanyuan', 88), seat('momo', 350, { sku: 3 })],
    now: 'full',
    goods: 'received',
  },
  {
    slug: 'croissant-3',
    campaign: 'croissant',
    age: 14 * 24 - 5,
    seats: [seat('laozhou', 0), seat('ajie', 240), seat('chenchen', 255, { pieces: 2 })],
    now: 'full',
    goods: 'received',
  },
  {
    slug: 'croissant-4',
    campaign: 'croissant',
    age: 12 * 24 + 1,
    seats: [seat('dawei', 0), seat('haoran', 4), seat('lili', 21, { sku: 3 })],
    now: 'full',
    goods: 'received',
  },
  {
    slug: 'croissant-half',
    campaign: 'croissant',
    age: 11 * 24,
    seats: [seat('xiaomei', 0), seat('momo', 61)],
    now: 'refunded',
  },
]
