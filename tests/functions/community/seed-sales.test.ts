/** The demo's communities and group sales: what the screens show from the first minute, and sums that agree. */
import { sql } from 'kysely'
import { demoMemberId } from '../../../cloudfunctions/runtime/db/demo-ids'
import { seedDemo } from '../../../cloudfunctions/runtime/db/seed/seed-demo'
import { openShop, type Shop } from '../../support/functions'
import { expectSalesAgree } from '../../support/shop/group-sales'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await seedDemo(shop.deps)
})
afterAll(() => shop.close())

const rows = async <R>(query: string): Promise<R[]> => (await sql.raw<R>(query).execute(shop.deps.db)).rows

test('three leaders are approved, each with a community that neighbours have joined', async () => {
  const found = await rows<{ leader: string; joined: number }>(`
    select c.leader_id as leader, count(*)::int as joined from community c
    join leader l on l.member_id = c.leader_id and l.state = 'approved'
    join community_member m on m.community_id = c.id and m.state = 'joined' group by c.id, c.leader_id order by joined desc`)
  expect(found.map(({ leader }) => leader)).toEqual(['afang', 'xiaoqin', 'laozhou'].map(demoMemberId))
  for (const { joined } of found) expect(joined).toBeGreaterThan(15)
})

test('阿芳 has a sale open, four boxes of strawberries short of the next tier, and bags of the one before on the shelf', async () => {
  const [berries] = await rows(
    `select paid_units, reached_units, tiers -> 1 as next from sale_line where label = '草莓'`,
  )
  expect(berries).toEqual({ paid_units: 46, reached_units: 46, next: { fromUnits: 50, priceFen: 2_890 } })
  const [open] = await rows(`
    select count(*) filter (where paid_at is not null)::int as paid, count(*) filter (where paid_at is null)::int as unpaid
    from sale_order where sale_id = (select id from sale where title = '周日鲜食接龙')`)
  expect(open).toEqual({ paid: 45, unpaid: 3 })
  const bags = await rows(`
    select bag_state as bag, count(*)::int as n from sale_order o join sale s on s.id = o.sale_id
    where s.state = 'delivered' group by bag_state order by n`)
  expect(bags).toEqual([
    { bag: 'waiting', n: 4 },
    { bag: 'handed', n: 28 },
  ])
  const [back] = await rows<{ n: number }>(`select count(*)::int as n from tier_back where back_fen > 0`)
  expect(back?.n).toBeGreaterThan(3)
})

test('what a sale counts is what stands in its orders', () => expectSalesAgree(shop))

test('a second run adds nothing', async () => {
  const counts = () =>
    rows(`select (select count(*) from orders) as o, (select count(*) from sale_order) as s,
    (select count(*) from community_member) as c, (select count(*) from outbox) as x`)
  const before = await counts()
  await seedDemo(shop.deps)
  expect(await counts()).toEqual(before)
})
