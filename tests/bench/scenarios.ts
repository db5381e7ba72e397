/** What is loaded: each scenario fires one request of a shopper (or of WeChat Pay, or of the staff) through the door. */
import { randomBytes } from 'node:crypto'
import type { MemberId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { issueSession } from '../../cloudfunctions/runtime/session'
import { given, nextHelp } from './assist-help'
import type { Child } from './child'
import { codeOf, idOf, type Scale } from './data'
import { nextJoin } from './group-join'
import { FLASH, HOLDERS } from './deals'
import { shoot } from './load'
import { saleOrder } from './sale-order'
import { ROLLED } from './sale-roll-up'

export type Shop = {
  readonly url: string
  readonly secret: string
  readonly child: Child
  readonly scale: Scale
  readonly staffCookie: string
}
export type LimitName = 'read' | 'write' | 'hot'
export type Scenario = {
  readonly name: string
  readonly concurrency: number
  readonly limit: LimitName
  readonly budget: number
  readonly aim: number
  /** Shots before anything is measured, where a shop that has been open for a minute has looked at everything once. */
  readonly warmUp?: (scale: Scale) => number
  /** Prepares what a volley uses up; returns how to fire once. */
  readonly load: (shop: Shop) => Promise<{ fire: () => Promise<number | false>; most?: number }>
}

let turn = 0
const nth = (most: number): number => 1 + ((++turn * 7919) % most)
const session = (shop: Shop, member: number): string =>
  issueSession(shop.secret, idOf('mem', member) as MemberId, epochMs(Date.now()))

const call = async (
  shop: Shop,
  fn: string,
  action: string,
  input: object,
  headers: Record<string, string>,
): Promise<string> => {
  const { text } = await shoot({ url: `${shop.url}/cloud/${fn}`, headers, body: JSON.stringify({ action, input }) })
  if (!text.startsWith('{"ok":true')) throw new Error(`${fn}.${action}: ${text.slice(0, 300)}`)
  return text
}

const asMember = (sessions: readonly string[]) => ({
  authorization: `Bearer ${sessions[turn % sessions.length]}`,
})
const sessionsOf = (shop: Shop): string[] => Array.from({ length: 200 }, () => session(shop, nth(shop.scale.members)))

const reading = (fn: string, action: string, input: (shop: Shop) => object) => async (shop: Shop) => {
  const sessions = sessionsOf(shop)
  return { fire: async () => (await call(shop, fn, action, input(shop), asMember(sessions))).length }
}

/** Sale price as `data.ts` makes it; every second product has a member price. */
const priceOf = (n: number, isMember: boolean): number => {
  const [p, o] = [Math.floor(n / 4), n % 4]
  const [sale, member] = [1980 + o * 1000 + (p % 97), 1880 + o * 1000]
  return isMember && p % 2 === 0 ? Math.min(sale, member) : sale
}

type Person = { readonly n: number; readonly bearer: string }
/** Signed in before the load begins: a phone comes with its session. */
const SIGNED_IN = 8_000
const peopleOf = (shop: Shop): (() => Person) => {
  // twenty unpaid orders a person is the shop's own limit, so nobody comes twice in a run
  let n = Math.floor(Math.random() * shop.scale.members)
  const next = (): Person => {
    n = 1 + (n % shop.scale.members)
    return { n, bearer: session(shop, n) }
  }
  const signedIn = Array.from({ length: SIGNED_IN }, next)
  return () => signedIn.pop() ?? next()
}

/** Orders that a reply said are placed; the checks count them in the database. */
export const placed = { orders: 0 }

const placing = (skusOf: (shop: Shop) => number[]) => async (shop: Shop) => {
  const next = peopleOf(shop)
  return { fire: async () => (await place(shop, next(), skusOf(shop))).length }
}

/** What the n-th member sends to order one of each. */
export const orderOf = (n: number, skus: readonly number[]): object => ({
  requestId: randomBytes(12).toString('hex'),
  basket: skus.map((sku) => ({ skuId: idOf('sku', sku), quantity: 1 })),
  delivery: { kind: 'pickup', pickupPointId: idOf('pup', 1 + (n % 3)) },
  totalFen: skus.reduce((sum, sku) => sum + priceOf(sku, n % 3 === 0), 0),
})

const place = async (shop: Shop, { n, bearer }: Person, skus: readonly number[]): Promise<string> => {
  const text = await call(shop, 'order', 'place', orderOf(n, skus), { authorization: `Bearer ${bearer}` })
  placed.orders++
  return text
}

const spread = (shop: Shop): number[] => {
  const most = shop.scale.products * 4
  const first = 16 + Math.floor(Math.random() * (most - 2000))
  return [first, first + 601, first + 1207]
}

const HOT = 8
const NOTICES = 1_500

/** Orders placed ahead, each with its signed notice. */
const notices = async (shop: Shop) => {
  const next = peopleOf(shop)
  const orders: { number: string; totalFen: number }[] = []
  while (orders.length < NOTICES) {
    const batch = await Promise.all(Array.from({ length: 30 }, () => place(shop, next(), spread(shop))))
    orders.push(...batch.map((text) => (JSON.parse(text) as { data: { number: string; totalFen: number } }).data))
  }
  const signed = await shop.child.ask<{ headers: Record<string, string>; body: string }[]>({ what: 'notices', orders })
  let i = 0
  return {
    most: signed.length,
    fire: async () => {
      const notice = signed[i++]
      if (!notice) throw new Error('no notice is left')
      const { status } = await shoot({ url: `${shop.url}/notice/pay`, headers: notice.headers, body: notice.body })
      return status === 204 ? notice.body.length : false
    },
  }
}

/** Five lines with twenty coupons in the wallet: the best deal, and what every one of them would do. */
const checkingOutWithCoupons = async (shop: Shop) => {
  const holders = Array.from({ length: 200 }, () => session(shop, nth(HOLDERS)))
  const basket = () =>
    [1, 2, 3, 4, 5].map((i) => ({ skuId: idOf('sku', 16 + nth(shop.scale.products * 4 - 30) + i), quantity: 1 }))
  return { fire: async () => (await call(shop, 'order', 'checkout', { basket: basket() }, asMember(holders))).length }
}

/** The placing of everybody at ten o'clock: one SKU, its share, and each buyer's count. */
const buyingInFlash = async (shop: Shop) => {
  const next = peopleOf(shop)
  return {
    fire: async () => {
      const { n, bearer } = next()
      const wish = { ...orderOf(n, [FLASH.sku]), totalFen: FLASH.priceFen, flashSlotId: FLASH.slotId }
      const text = await call(shop, 'order', 'place', wish, { authorization: `Bearer ${bearer}` })
      placed.orders++
      return text.length
    },
  }
}

/** One evening, one sale: everybody takes from the same two lines, and the chain counts them. */
const orderingInSale = async (shop: Shop) => {
  const next = peopleOf(shop)
  return {
    fire: async () => {
      const { bearer } = next()
      const wish = saleOrder(randomBytes(12).toString('hex'))
      const text = await call(shop, 'order', 'place', wish, { authorization: `Bearer ${bearer}` })
      placed.orders++
      return text.length
    },
  }
}

/** A thousand orders added up for their leader's phone. */
const rollingUp = async (shop: Shop) => {
  const headers = { authorization: `Bearer ${session(shop, ROLLED.leader)}` }
  return { fire: async () => (await call(shop, 'leader', 'rollUp', { saleId: ROLLED.saleId }, headers)).length }
}

const joining = async (shop: Shop) => {
  const next = () => {
    const { member, input } = nextJoin(shop.scale)
    return { input, bearer: session(shop, member) }
  }
  // signed in before the load begins: a phone comes with its session
  const ready = Array.from({ length: 8_000 }, next)
  return {
    fire: async () => {
      const { input, bearer } = ready.shift() ?? next()
      const text = await call(shop, 'order', 'place', input, { authorization: `Bearer ${bearer}` })
      placed.orders++
      return text.length
    },
  }
}

const helping = async (shop: Shop) => {
  const next = () => {
    const { member, input } = nextHelp(shop.scale.members)
    return { input, authorization: `Bearer ${session(shop, member)}` }
  }
  const ready = Array.from({ length: 8_000 }, next)
  return {
    fire: async () => {
      const { input, authorization } = ready.shift() ?? next()
      const text = await call(shop, 'assist', 'help', input, { authorization })
      given.helps++
      return text.length
    },
  }
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'feed.page',
    concurrency: 16,
    limit: 'read',
    budget: 0.25,
    aim: 0.6,
    load: reading('feed', 'home', () => ({})),
  },
  {
    name: 'product.open',
    concurrency: 16,
    limit: 'read',
    budget: 0.3,
    aim: 0.7,
    warmUp: ({ products }) => products,
    load: reading('catalog', 'product', (shop) => ({ productId: idOf('prd', nth(shop.scale.products)) })),
  },
  {
    name: 'card.open',
    concurrency: 16,
    limit: 'read',
    budget: 0.3,
    aim: 0.7,
    warmUp: ({ products }) => products,
    load: reading('share', 'open', (shop) => ({ code: codeOf(nth(shop.scale.products)), scene: 1007 })),
  },
  {
    name: 'checkout.open',
    concurrency: 16,
    limit: 'read',
    budget: 0.3,
    aim: 0.7,
    load: reading('order', 'checkout', (shop) => ({
      basket: [1, 2, 3, 4, 5].map((i) => ({
        skuId: idOf('sku', 3 + nth(shop.scale.products * 4 - 10) + i),
        quantity: 1,
      })),
    })),
  },
  { name: 'order.place', concurrency: 8, limit: 'write', budget: 0.35, aim: 0.7, load: placing(spread) },
  { name: 'order.placeHot', concurrency: 32, limit: 'hot', budget: 0.8, aim: 3, load: placing(() => [HOT]) },
  { name: 'checkout.deals', concurrency: 16, limit: 'read', budget: 0.2, aim: 0.5, load: checkingOutWithCoupons },
  { name: 'flash.place', concurrency: 32, limit: 'hot', budget: 0.5, aim: 1.5, load: buyingInFlash },
  { name: 'group.join', concurrency: 16, limit: 'write', budget: 0.35, aim: 0.7, load: joining },
  { name: 'sale.order', concurrency: 16, limit: 'write', budget: 0.35, aim: 0.7, load: orderingInSale },
  { name: 'sale.rollup', concurrency: 8, limit: 'read', budget: 0.01, aim: 0.03, load: rollingUp },
  { name: 'assist.help', concurrency: 16, limit: 'write', budget: 0.35, aim: 0.7, load: helping },
  { name: 'pay.notify', concurrency: 8, limit: 'write', budget: 0.3, aim: 0.6, load: notices },
  {
    name: 'admin.orders',
    concurrency: 8,
    limit: 'read',
    budget: 0.1,
    aim: 0.3,
    load: async (shop) => ({
      fire: async () =>
        (
          await call(
            shop,
            'staff-order',
            'list',
            { tab: 'to-ship', pageSize: 50, deliveryKind: 'express' },
            { cookie: shop.staffCookie, 'x-requested-with': 'quanji-admin' },
          )
        ).length,
    }),
  },
]
