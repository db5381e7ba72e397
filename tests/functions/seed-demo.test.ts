/** The demo shop: there after one run, unchanged by a second, and true to its own ledgers. */
import { sql } from 'kysely'
import { foldEvents, type OrderEvent } from '@/domain/order/events'
import { later, MINUTE } from '@/domain/time'
import { demoLeaders, demoMembers, demoMemberId } from '../../cloudfunctions/runtime/db/demo-ids'
import { seedDemo } from '../../cloudfunctions/runtime/db/seed/seed-demo'
import { dataOf, openShop, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await seedDemo(shop.deps)
})
afterAll(() => shop.close())

const rows = async <R>(query: string): Promise<R[]> => (await sql.raw<R>(query).execute(shop.deps.db)).rows
const one = async <R>(query: string): Promise<R> => {
  const [row] = await rows<R>(query)
  if (!row) throw new Error(`no row: ${query}`)
  return row
}

describe('what is there', () => {
  test('at least 60 products in 8 aisles, each with a price, a picture and words to find it by', async () => {
    expect((await one<{ n: number }>(`select count(*)::int as n from product where status = 'on'`)).n).toBeGreaterThan(
      60,
    )
    expect((await one<{ n: number }>('select count(*)::int as n from category where parent_id is null')).n).toBe(8)
    const bare = `select id from product where price_from_fen = 0 or jsonb_array_length(pictures) = 0 or search_text = ''`
    expect(await rows(bare)).toEqual([])
  })

  test('300 orders in two months, and every state that a screen draws', async () => {
    expect(
      (await one<{ n: number }>('select count(*)::int as n from orders where group_id is null and sale_id is null')).n,
    ).toBe(300)
    const states = await rows<{ s: string }>(
      `select distinct trade || ' ' || money || ' ' || fulfilment as s from orders`,
    )
    expect(states.map(({ s }) => s)).toEqual(
      expect.arrayContaining([
        'awaiting-payment unpaid none',
        'fulfilling paid to-ship',
        'fulfilling paid part-shipped',
        'fulfilling paid shipped',
        'fulfilling paid ready',
        'completed paid received',
        'completed part-refunded received',
        'cancelled unpaid stopped',
        'closed refunded stopped',
      ]),
    )
  })

  test('all demo people can come in, and the staff with their public passwords', async () => {
    for (const name of [...demoMembers, ...demoLeaders]) {
      const { me } = dataOf(await shop.call('member', 'signIn', { code: `demo:${name}` }))
      expect(me.id).toBe(demoMemberId(name))
    }
    const { people } = dataOf(await shop.call('staff', 'demoPeople', {}))
    expect(people).toHaveLength(5)
    for (const { username, password } of people)
      expect(dataOf(await shop.call('staff', 'signIn', { username, password })).me.username).toBe(username)
  })

  test('people have been told of their past, some of it not long ago; nothing is left to send', async () => {
    const { items, unread } = dataOf(await shop.call('message', 'inbox', {}, demoMemberId('xiaomei')))
    expect(items.length).toBeGreaterThanOrEqual(3)
    expect(unread).toBeGreaterThanOrEqual(1)
    expect(items.map(({ at }) => at)).toEqual([...items.map(({ at }) => at)].sort((a, b) => b - a))
    expect(await rows(`select 1 from outbox where topic = 'message.send'`)).toEqual([])
  })

  test('a third of the shelf needs no choice, so that a plus puts it into the cart at once', async () => {
    const { single, all } = await one<{ single: number; all: number }>(`
      select count(*) filter (where skus = 1 and specs = '[]')::int as single, count(*)::int as all from product p
      join (select product_id, count(*) as skus from sku group by 1) s on s.product_id = p.id where status = 'on'`)
    expect(single / all).toBeGreaterThan(0.3)
  })

  test('a demo person’s new name passes WeChat’s check', async () => {
    const renamed = await shop.call('member', 'updateProfile', { name: '小美美' }, demoMemberId('xiaomei'))
    expect(dataOf(renamed).name).toBe('小美美')
  })

  test('every product on sale waits for its chat card, a few seconds apart', async () => {
    const letters = await rows<{ subject: string; at: Date }>(
      `select subject, next_try_at as at from outbox where topic = 'card.draw' order by next_try_at`,
    )
    const onSale = await rows<{ id: string }>(`select id from product where status = 'on'`)
    expect(new Set(letters.map(({ subject }) => subject))).toEqual(new Set(onSale.map(({ id }) => id)))
    const gaps = letters.slice(1).map(({ at }, i) => at.getTime() - (letters[i]?.at.getTime() ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(0)
  })

  test('the home screen has its blocks and a feed', async () => {
    const home = dataOf(await shop.call('feed', 'home', {}))
    expect(home.blocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['banner', 'shortcuts', 'product-row']))
    expect(home.feed.items.length).toBeGreaterThan(5)
  })
})

describe('the books agree', () => {
  test('stock is the sum of its ledger, and never was below zero', async () => {
    const off = await rows(`
      select s.sku_id from (select sku_id, sum(available) as left from stock group by sku_id) s
      full join (select sku_id, sum(quantity) as left from stock_movement group by sku_id) m using (sku_id)
      where s.left is distinct from m.left`)
    expect(off).toEqual([])
    const below = await rows(`
      select sku_id from (select sku_id, sum(quantity) over (partition by sku_id order by at, quantity desc) as left
      from stock_movement) balance where balance.left < 0`)
    expect(below).toEqual([])
  })

  test('each order is the fold of its events, told in order and not ahead of the clock', async () => {
    const orders = await rows<{ id: string; trade: string; money: string; fulfilment: string; event_count: number }>(
      'select id, trade, money, fulfilment, event_count from orders',
    )
    const events = await rows<{ order_id: string; event: OrderEvent; at: Date }>(
      'select order_id, event, at from order_event order by order_id, seq',
    )
    for (const { id, event_count, trade, money, fulfilment } of orders) {
      const own = events.filter((event) => event.order_id === id)
      expect(own).toHaveLength(event_count)
      expect(foldEvents(own.map(({ event }) => event))).toEqual({ trade, money, fulfilment })
      const times = own.map(({ at }) => at.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(shop.clock.now())
    }
  })

  test('lines, delivery and refunds add up to the fen', async () => {
    const wrong = await rows(`
      select o.id from orders o
      join (select order_id, sum(paid_fen) as goods, sum(refunded_fen) as back from order_line group by order_id) l on l.order_id = o.id
      left join (select order_id, sum(amount_fen) as amount, sum(delivery_fen) as fee from refund group by order_id) r on r.order_id = o.id
      left join payment p on p.order_id = o.id and p.state = 'paid'
      where l.goods + o.delivery_fen <> o.total_fen
        or o.paid_fen <> coalesce(p.amount_fen, 0)
        or o.refunded_fen <> coalesce(r.amount, 0)
        or l.back + coalesce(r.fee, 0) <> o.refunded_fen`)
    expect(wrong).toEqual([])
  })

  test('sold counts are what was paid for', async () => {
    const wrong = await rows(`
      select p.id from product p
      left join (select l.product_id, sum(l.quantity) as sold from order_line l join orders o on o.id = l.order_id
        where o.paid_at is not null and (o.group_id is null or o.trade in ('fulfilling', 'completed'))
        group by l.product_id) s on s.product_id = p.id
      where p.sold_count <> coalesce(s.sold, 0)`)
    expect(wrong).toEqual([])
  })

  test('every parcel holds what its order says has left', async () => {
    const wrong = await rows(`
      select l.id from order_line l
      left join (select p.order_id, x ->> 'lineId' as line_id, sum((x ->> 'quantity')::int) as sent
        from parcel p cross join jsonb_array_elements(p.lines) x group by 1, 2) s on s.order_id = l.order_id and s.line_id = l.id
      where l.shipped_quantity <> coalesce(s.sent, 0)`)
    expect(wrong).toEqual([])
  })
})

describe('its group buys', () => {
  test('every state is there, and neighbours are at it for hours to come', async () => {
    const states = await rows<{ state: string }>('select distinct state from group_buy')
    expect(states.map(({ state }) => state).sort()).toEqual(
      ['expired', 'forming', 'fulfilled', 'full', 'open', 'refunded'].sort(),
    )
    const open = await rows<{ deadline_at: Date }>(`select deadline_at from group_buy where state = 'open'`)
    expect(open.length).toBeGreaterThanOrEqual(5)
    for (const { deadline_at: at } of open)
      expect(at.getTime()).toBeGreaterThan(later(shop.clock.now(), 8 * 60 * MINUTE))
    const campaigns = await rows<{ status: string; n: number }>(
      'select status, count(*)::int as n from group_campaign group by 1',
    )
    expect(Object.fromEntries(campaigns.map(({ status, n }) => [status, n]))).toEqual({ live: 3, draft: 1, ended: 1 })
  })

  test('counters are what the seats say, and nobody sits twice', async () => {
    const wrong = await rows(`
      select g.id from group_buy g
      left join lateral (select count(*) filter (where state = 'reserved')::int as reserved,
          count(*) filter (where state in ('confirmed', 'refunded') and confirmed_at is not null)::int as confirmed
        from group_seat where group_id = g.id) s on true
      where g.reserved <> s.reserved or g.confirmed <> s.confirmed
        or (g.state in ('full', 'fulfilled')) <> (g.filled_at is not null)
        or (g.filled_at is not null and g.confirmed < coalesce(g.min_size, g.size))
        or not exists (select from group_seat t where t.group_id = g.id and t.member_id = g.leader_id)`)
    expect(wrong).toEqual([])
  })

  test('a campaign’s share has given what seats hold of it', async () => {
    const wrong = await rows(`
      select p.sku_id from group_price p
      left join lateral (select coalesce(sum(t.pieces), 0)::int as held from group_seat t
        join order_line l on l.order_id = t.order_id
        where t.campaign_id = p.campaign_id and l.sku_id = p.sku_id and t.state in ('reserved', 'confirmed')) s on true
      where p.taken <> s.held`)
    expect(wrong).toEqual([])
  })

  test('each seat’s order is where its group is, at the group’s price', async () => {
    const seats = await rows<{ group: string; seat: string; trade: string; money: string; isPriced: boolean }>(`
      select g.state as "group", t.state as seat, o.trade, o.money,
        l.unit_price_fen = (g.prices ->> l.sku_id)::bigint and o.group_id = g.id and o.pieces = t.pieces as "isPriced"
      from group_seat t join group_buy g on g.id = t.group_id join orders o on o.id = t.order_id
      join order_line l on l.order_id = o.id`)
    const allowed = [
      'forming reserved awaiting-payment unpaid',
      'open confirmed awaiting-group paid',
      'open left closed refunded',
      'full confirmed fulfilling paid',
      'fulfilled confirmed completed paid',
      'expired refunded closed refunded',
      'expired refunded closed refunding',
      'refunded refunded closed refunded',
    ]
    for (const { group, seat, trade, money, isPriced } of seats) {
      expect(allowed).toContain(`${group} ${seat} ${trade} ${money}`)
      expect(isPriced).toBe(true)
    }
  })

  test('cards brought people in: opened before they placed, under a code that stands for the group', async () => {
    const wrong = await rows(`
      select o.id from orders o join group_buy g on g.id = o.group_id
      where o.member_id <> g.opener_id and not exists (
        select from share h join share_open v on v.code = h.code and v.member_id = o.member_id
        where h.code = o.share_code and h.group_id = g.id)`)
    expect(wrong).toEqual([])
  })
})

describe('run again', () => {
  const everything = async (): Promise<string> => {
    const tables = await rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    const prints: string[] = []
    for (const { name } of tables) {
      const { print } = await one<{ print: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from "${name}" t`,
      )
      prints.push(`${name} ${print}`)
    }
    return prints.join('\n')
  }

  test('it changes nothing, an hour later or not', async () => {
    const before = await everything()
    expect(await seedDemo(shop.deps)).toEqual({ isNew: false })
    expect(await everything()).toBe(before)
    shop.clock.advance(61 * MINUTE)
    await seedDemo(shop.deps)
    expect(await everything()).toBe(before)
    shop.clock.set(later(shop.clock.now(), -61 * MINUTE))
  })

  test('it leaves alone what has been sold and what staff have changed', async () => {
    const before = await one<{ id: string; available: number }>(
      'select sku_id as id, available from stock where available > 5 order by sku_id limit 1',
    )
    await sql`update stock set available = available - 3 where sku_id = ${before.id}`.execute(shop.deps.db)
    await sql`update product set title = '改过的名字' where id = (select product_id from sku where id = ${before.id})`.execute(
      shop.deps.db,
    )
    await seedDemo(shop.deps)
    expect(await shop.availableOf(before.id as never)).toBe(before.available - 3)
    expect(await rows(`select 1 from product where title = '改过的名字'`)).toHaveLength(1)
  })
})
