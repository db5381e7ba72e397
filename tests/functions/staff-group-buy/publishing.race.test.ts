import { DAY, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'

let shop: Shop
let staff: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  staff = await shop.aStaff({ role: 'manager' })
})
afterAll(() => shop.close())

const aDraft = async (name: string, { productId, skuId }: Awaited<ReturnType<Shop['aProduct']>>) =>
  dataOf(
    await shop.call(
      'staff-group-buy',
      'saveCampaign',
      {
        ...{ name, productId, size: 3, lifeMinutes: 60, perPerson: 1, mostPieces: 1 },
        ...{ startsAt: shop.clock.now(), endsAt: later(shop.clock.now(), DAY) },
        prices: [{ skuId, priceFen: 990, stockShare: 5 }],
      },
      staff,
    ),
  )

test('of six drafts of one product that are published at once, one goes live and the others hear which', async () => {
  for (let round = 0; round < 4; round++) {
    const product = await shop.aProduct()
    const drafts = await Promise.all(Array.from({ length: 6 }, (_, n) => aDraft(`第 ${n} 个`, product)))
    const replies = await Promise.all(
      drafts.map(({ id, version }) =>
        shop.call('staff-group-buy', 'moveCampaign', { campaignId: id, version, act: 'publish' }, staff),
      ),
    )
    const live = replies.flatMap((reply) => (reply.ok ? [reply.data] : []))
    expect(live).toHaveLength(1)
    for (const reply of replies)
      if (!reply.ok)
        expect(refusalOf(reply)).toEqual({
          code: 'campaign.product-taken',
          campaignId: live[0]?.id,
          name: live[0]?.name,
        })
  }
})

test('ten who save one campaign at once leave one change and nine who are told', async () => {
  const product = await shop.aProduct()
  const draft = await aDraft('草莓团', product)
  const { id: campaignId, version, startsAt, endsAt } = draft
  const save = (lifeMinutes: number) =>
    shop.call(
      'staff-group-buy',
      'saveCampaign',
      {
        ...{ campaignId, version, name: draft.name, productId: product.productId, size: 3, lifeMinutes },
        ...{ perPerson: 1, mostPieces: 1, startsAt, endsAt },
        prices: [{ skuId: product.skuId, priceFen: 990, stockShare: lifeMinutes }],
      },
      staff,
    )
  const replies = await Promise.all(Array.from({ length: 10 }, (_, n) => save(60 + n)))
  const saved = replies.flatMap((reply) => (reply.ok ? [reply.data] : []))
  expect(saved).toHaveLength(1)
  expect(saved[0]?.skus[0]?.stockShare).toBe(saved[0]?.lifeMinutes)
  for (const reply of replies) if (!reply.ok) expect(refusalOf(reply).code).toBe('campaign.changed')
})
