/** What staff have arranged on the home page before anybody opens it. */

import type { BannerSpec } from '../pictures/draw-banner'

/** Where a tap leads, by slug. */
export type DemoTarget =
  { readonly to: 'category' | 'product'; readonly slug: string } | { readonly to: 'coupons' | 'flash' | 'none' }

export type DemoBanner = {
  readonly kind: 'banner'
  readonly slug: string
  readonly badge: string
  readonly title: string
  readonly subtitle: string
  readonly art: BannerSpec
  readonly target: DemoTarget
}

export type DemoShortcuts = {
  readonly kind: 'shortcuts'
  readonly slug: string
  /** The picture of an item is its category's icon. */
  readonly items: readonly { readonly title: string; readonly category: string }[]
}

export type DemoProductRow = {
  readonly kind: 'product-row'
  readonly slug: string
  readonly title: string
  readonly subtitle: string
  readonly products: readonly string[]
  readonly target: DemoTarget
}

export type DemoBlock = DemoBanner | DemoShortcuts | DemoProductRow

export const homeBlocks: readonly DemoBlock[] = [
  {
    kind: 'banner',
    slug: 'same-day',
    badge: '现在下单，今天就能取',
    title: '16:00 前下单，傍晚取',
    subtitle: '17:30 起 · 3 号楼小满家 · 走 4 分钟',
    art: {
      colours: ['#FFFFFF', '#FFF9F3', '#FFE3CC'],
      things: [
        { thing: 'herb', x: 0.7, foot: 0.5, size: 0.42, turn: -34 },
        { thing: 'basket', x: 0.5, foot: 0.9, size: 0.76 },
        { thing: 'orange', x: 0.95, foot: 0.94, size: 0.38, turn: -12 },
        { thing: 'tomato', x: 0.17, foot: 0.96, size: 0.34, turn: 10 },
      ],
    },
    target: { to: 'category', slug: 'fruit' },
  },
  {
    kind: 'banner',
    slug: 'weekend-breakfast',
    badge: '7:30 第一炉',
    title: '周末早餐，一袋配齐',
    subtitle: '可颂 · 鲜牛乳 · 土鸡蛋',
    art: {
      colours: ['#FFFFFF', '#FBF8F2', '#F5DFC2'],
      things: [
        { thing: 'egg', x: 1.06, foot: 0.92, size: 0.27, turn: -8 },
        { thing: 'milkCarton', x: 0.4, foot: 0.9, size: 0.78, turn: 5 },
        { thing: 'croissant', x: 0.76, foot: 0.93, size: 0.48, turn: -8 },
        { thing: 'egg', x: 0.18, foot: 0.94, size: 0.31, turn: 9 },
      ],
    },
    target: { to: 'category', slug: 'bakery' },
  },
  {
    kind: 'banner',
    slug: 'coupons',
    badge: '点一下就领到',
    title: '领券中心，结算自动用上',
    subtitle: '不用转发 · 自动选最省的',
    art: {
      colours: ['#FFFFFF', '#F6FBF3', '#D9EFD6'],
      things: [
        { thing: 'herb', x: 0.2, foot: 0.6, size: 0.4, turn: -20 },
        { thing: 'basket', x: 0.56, foot: 0.9, size: 0.72 },
        { thing: 'tomato', x: 0.96, foot: 0.94, size: 0.34, turn: -10 },
        { thing: 'orange', x: 0.14, foot: 0.95, size: 0.36, turn: 12 },
      ],
    },
    target: { to: 'coupons' },
  },
  {
    kind: 'banner',
    slug: 'flash',
    badge: '每天上午、傍晚两场',
    title: '限时秒杀，货真价实',
    subtitle: '剩多少写多少 · 每人限量',
    art: {
      colours: ['#FFFFFF', '#FFF6F2', '#FFD9CB'],
      things: [
        { thing: 'milkCarton', x: 0.72, foot: 0.9, size: 0.7, turn: 5 },
        { thing: 'tomato', x: 0.34, foot: 0.93, size: 0.44, turn: -8 },
        { thing: 'egg', x: 0.1, foot: 0.94, size: 0.3, turn: 9 },
        { thing: 'orange', x: 1.02, foot: 0.94, size: 0.36, turn: -12 },
      ],
    },
    target: { to: 'flash' },
  },
  {
    kind: 'shortcuts',
    slug: 'aisles',
    items: [
      { title: '时令水果', category: 'fruit' },
      { title: '当日鲜蔬', category: 'vegetables' },
      { title: '现烤面包', category: 'bakery' },
      { title: '乳品鲜蛋', category: 'dairy-eggs' },
      { title: '鲜花', category: 'flowers' },
    ],
  },
  {
    kind: 'product-row',
    slug: 'this-morning',
    title: '今早刚到',
    subtitle: '6:20 进店，先到先挑',
    target: { to: 'none' },
    products: [
      'dandong-strawberry',
      'free-range-eggs',
      'lye-croissant',
      'yunnan-blueberry',
      'fresh-milk',
      'white-shrimp',
    ],
  },
]
