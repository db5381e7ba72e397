/** A campaign that staff change while people open and join its groups: shares hold, open groups keep their price, nobody meets a fault. */
import { sql } from 'kysely'
import type { GroupId, MemberId, SkuId } from '@/domain/ids'
import { DAY, HOUR, later } from '@/domain/time'
import { openShop, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'
import { aCampaign, anOpenGroup, expectBooksAgree, takePart, type Campaign } from '../../support/shop/group-buying'
import { expectNoDeadlocks, many, tally } from '../../support/shop/races'

let shop: Shop
let staff: StaffSeat
beforeAll(async () => {
  shop = await openShop({ embedded: false })
  staff = await shop.aStaff({ role: 'manager' })
})
afterAll(async () => {
  await expectNoDeadlocks(shop)
  await shop.close()
})
afterEach(() => expectBooksAgree(shop))

/** People come one after the other, or one batch would be through before anybody changes anything. */
const crowd = <T>(n: number, work: (i: number) => Promise<T>, gap = 3): Promise<T[]> =>
  many(n, async (i) => {
    await new Promise((resolve) => setTimeout(resolve, i * gap))
    return work(i)
  })

type Price = { skuId: SkuId; priceFen: number; stockShare: number }

const save = async ({ campaignId, productId }: Campaign, prices: Price[]) => {
  const { version } = await shop.deps.db
    .selectFrom('group_campaign')
    .select('version')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow()
  return shop.call(
    'staff-group-buy',
    'saveCampaign',
    {
      ...{ campaignId, version, name: '三人团', productId, size: 3, lifeMinutes: 1440, perPerson: 1, mostPieces: 2 },
      ...{ startsAt: later(shop.clock.now(), -HOUR), endsAt: later(shop.clock.now(), DAY), prices },
    },
    staff,
  )
}
const pricesOf = ({ campaignId }: Campaign) =>
  shop.deps.db.selectFrom('group_price').selectAll().where('campaign_id', '=', campaignId).orderBy('sku_id').execute()

test('its share is cut and raised under forty people who open and join: what is taken is always within it', async () => {
  const campaign = await aCampaign(shop, { share: 30 })
  const groups = await many(5, async () => (await anOpenGroup(shop, campaign))[0]?.groupId as GroupId)
  const people = await many(40, () => shop.aMember())
  const [placed, saved] = await Promise.all([
    crowd(40, (i) =>
      takePart(
        shop,
        campaign,
        people[i] as MemberId,
        i % 2 ? { kind: 'join', groupId: groups[i % 5] as GroupId } : { kind: 'open', campaignId: campaign.campaignId },
      ),
    ),
    (async () => {
      const replies = []
      for (const stockShare of [12, 40, 6, 25, 9, 50, 5, 18, 30, 15])
        replies.push(await save(campaign, [{ skuId: campaign.skuId, priceFen: campaign.priceFen, stockShare }]))
      return replies
    })(),
  ])
  const codes = Object.keys({ ...tally(placed), ...tally(saved) })
  expect(codes.filter((code) => code.startsWith('fault'))).toEqual([])
  expect(tally(saved)['ok']).toBeGreaterThan(0)
  const [price] = await pricesOf(campaign)
  expect(price?.taken).toBe(5 + (tally(placed)['ok'] ?? 0))
  expect(price?.taken).toBeLessThanOrEqual(price?.stock_share ?? 0)
})

test('its price goes up under twenty people: whoever has placed pays what they saw, the others are asked again', async () => {
  const campaign = await aCampaign(shop, { share: 50, groupPriceFen: 1290 })
  const people = await many(20, () => shop.aMember())
  const [placed, saved] = await Promise.all([
    crowd(
      20,
      (i) => takePart(shop, campaign, people[i] as MemberId, { kind: 'open', campaignId: campaign.campaignId }),
      15,
    ),
    save(campaign, [{ skuId: campaign.skuId, priceFen: 1490, stockShare: 50 }]),
  ])
  expect(saved.ok).toBe(true)
  const { ok = 0, 'quote.changed': asked = 0, ...others } = tally(placed)
  expect([ok + asked, others]).toEqual([20, {}])
  const { rows } = await sql<{ totals: number[] }>`
    select array_agg(distinct o.total_fen::int) as totals from orders o join group_seat t on t.order_id = o.id
    where t.campaign_id = ${campaign.campaignId}`.execute(shop.deps.db)
  expect(rows[0]?.totals ?? [1290]).toEqual([1290])
})

test('a SKU that is taken out under eight people was had by nobody, or stays in', async () => {
  for (let round = 0; round < 6; round++) {
    const campaign = await aCampaign(shop, { skus: 2, share: 20 })
    const [goes, stays] = campaign.skuIds as [SkuId, SkuId]
    const people = await many(8, () => shop.aMember())
    const [placed, saved] = await Promise.all([
      crowd(8, (i) =>
        takePart(
          shop,
          campaign,
          people[i] as MemberId,
          { kind: 'open', campaignId: campaign.campaignId },
          { skuId: goes },
        ),
      ),
      save(campaign, [{ skuId: stays, priceFen: campaign.priceFen, stockShare: 20 }]),
    ])
    const codes = Object.keys({ ...tally(placed), ...tally([saved]) })
    expect(codes.filter((code) => code.startsWith('fault'))).toEqual([])
    const left = (await pricesOf(campaign)).map(({ sku_id, taken }) => [sku_id, taken])
    expect(left).toEqual(
      saved.ok
        ? [[stays, 0]]
        : [
            [goes, tally(placed)['ok']],
            [stays, 0],
          ],
    )
    if (saved.ok) expect(tally(placed)['ok'] ?? 0).toBe(0)
  }
})
