/** The demo's coupons, promotions and flash sales. Categories and products by slug; sums in fen. */
import type { CouponOffer } from '@/domain/coupon/terms'
import { fen } from '@/domain/money'
import type { DiscountClass } from '@/domain/promotion/combine'

export type DemoScope =
  { readonly kind: 'all' } | { readonly kind: 'categories' | 'products'; readonly slugs: readonly string[] }

export type DemoTemplate = {
  readonly slug: string
  readonly name: string
  readonly offer: CouponOffer
  readonly overFen: number
  readonly scope: DemoScope
  readonly combines: readonly DiscountClass[]
  /** False: only by code. */
  readonly isClaimable: boolean
  /** Good for so many days after the claim. */
  readonly days: number
  readonly perPerson: number
  readonly budget: number
  /** Hours from the midnight before the shop is opened at which claiming begins. */
  readonly fromHour?: number
}

const amount = (offFen: number): CouponOffer => ({ kind: 'amount', offFen: fen(offFen) })

export const templates: readonly DemoTemplate[] = [
  {
    slug: 'fresh-5',
    name: '鲜蔬小券',
    offer: amount(500),
    overFen: 3900,
    scope: { kind: 'categories', slugs: ['fruit', 'vegetables'] },
    combines: ['order'],
    isClaimable: true,
    days: 7,
    perPerson: 1,
    budget: 500,
  },
  {
    slug: 'all-12',
    name: '全场券',
    offer: amount(1200),
    overFen: 10_800,
    scope: { kind: 'all' },
    combines: ['order', 'line'],
    isClaimable: true,
    days: 14,
    perPerson: 1,
    budget: 300,
  },
  {
    slug: 'bakery-85',
    name: '现烤面包券',
    offer: { kind: 'percent', offBp: 1500, capFen: fen(1000) },
    overFen: 2900,
    scope: { kind: 'categories', slugs: ['bakery'] },
    combines: [],
    isClaimable: true,
    days: 5,
    perPerson: 2,
    budget: 400,
  },
  {
    slug: 'delivery',
    name: '免运费券',
    offer: { kind: 'delivery', offFen: null },
    overFen: 2900,
    scope: { kind: 'all' },
    combines: ['order', 'line', 'flash'],
    isClaimable: true,
    days: 7,
    perPerson: 1,
    budget: 600,
  },
  {
    slug: 'breakfast-3',
    name: '奶蛋早餐券',
    offer: amount(300),
    overFen: 2500,
    scope: { kind: 'products', slugs: ['glass-bottle-milk', 'plain-yoghurt', 'raw-safe-eggs'] },
    combines: [],
    isClaimable: true,
    days: 3,
    perPerson: 1,
    budget: 200,
    fromHour: 34,
  },
  {
    slug: 'neighbour-5',
    name: '邻里卡',
    offer: amount(500),
    overFen: 0,
    scope: { kind: 'all' },
    combines: ['order', 'line'],
    isClaimable: false,
    days: 30,
    perPerson: 1,
    budget: 100,
  },
]

/** Printed as `QJ-8K4M-21`; stored as `plainCode` reads them. */
export const codes: readonly { readonly code: string; readonly template: string }[] = ['21', '22', '23', '24'].map(
  (last) => ({ code: `QJ8K4M${last}`, template: 'neighbour-5' }),
)

/** Who has what: claimed so many days before the shop is opened. */
export const held: readonly { readonly who: string; readonly template: string; readonly daysAgo: number }[] = [
  { who: 'xiaomei', template: 'fresh-5', daysAgo: 6 },
  { who: 'xiaomei', template: 'all-12', daysAgo: 3 },
  { who: 'xiaomei', template: 'delivery', daysAgo: 2 },
  { who: 'xiaomei', template: 'bakery-85', daysAgo: 9 },
  { who: 'lili', template: 'fresh-5', daysAgo: 1 },
]

export type DemoSlot = { readonly slug: string; readonly name: string; readonly hours: readonly [number, number] }

/** Every day the same three, so that whoever comes sees one that was, one that runs and one that is yet to come. */
export const slots: readonly DemoSlot[] = [
  { slug: 'morning', name: '早市场', hours: [8, 12] },
  { slug: 'noon', name: '午后场', hours: [12, 17] },
  { slug: 'evening', name: '晚市场', hours: [17, 22] },
]

export type DemoFlashItem = {
  readonly slot: string
  readonly product: string
  readonly offBp: number
  readonly share: number
  readonly perPerson: number
}

const item = (slot: string, product: string, offBp: number, share: number, perPerson: number): DemoFlashItem => ({
  ...{ slot, product, offBp, share, perPerson },
})

export const flashItems: readonly DemoFlashItem[] = [
  item('morning', 'plain-yoghurt', 3500, 20, 2),
  item('morning', 'boiled-bagel', 4000, 15, 1),
  item('morning', 'hainan-banana', 3000, 30, 2),
  item('noon', 'kyoho-grape', 3000, 15, 1),
  item('noon', 'souffle-pancake', 4000, 12, 1),
  item('noon', 'ripe-avocado', 3500, 25, 2),
  item('evening', 'butter-cookie', 4000, 20, 2),
  item('evening', 'red-grapefruit', 3000, 30, 2),
  item('evening', 'cultured-butter', 2500, 10, 1),
]
