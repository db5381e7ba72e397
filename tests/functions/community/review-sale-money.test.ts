/** Corners of a sale's money: what goes back must never take the goods with it, and one draft is one bag. */
import { fen } from '@/domain/money'
import { dataOf, openShop, type Shop } from '../../support/functions'
import { lateNotice, pay } from '../../support/shop/buying'
import {
  aDraft,
  aPaidSaleOrder,
  aSale,
  aSaleOrder,
  chainRow,
  expectSalesAgree,
  placeInSale,
  tierBacks,
  type TestSale,
} from '../../support/shop/group-sales'
import { answersOf, closeAndPick, kitOf, move, orderRow, scanOf } from '../../support/shop/handing-over'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => expectSalesAgree(shop))

const strike = async () => {
  dataOf(await shop.call('jobs', 'run', {}, 'timer'))
  const open = await shop.deps.db.selectFrom('refund').select('out_refund_no').where('state', '=', 'sent').execute()
  for (const { out_refund_no } of open) await shop.deliver('payment', shop.pay.settleRefund(out_refund_no))
}

test('whom the tier gives back everything they paid still fetches the bag', async () => {
  const owner = await shop.aStaff({ role: 'owner' })
  const sale = await aSale(shop, { lines: [{ priceFen: 1_500, tiers: [[3, 1_400]] }] })
  const cheap = await aSaleOrder(shop, sale)
  dataOf(
    await shop.call(
      'staff-order',
      'changePrice',
      { orderId: cheap.orderId, totalFen: fen(100), reason: '老顾客' },
      owner,
    ),
  )
  await pay(shop, { ...cheap, number: `${cheap.number}-2` })
  await aPaidSaleOrder(shop, sale, { quantity: 2 })
  await closeAndPick(shop, sale)
  await strike()
  expect(await tierBacks(shop, sale)).toHaveLength(2)
  expect(await orderRow(shop, cheap.orderId)).toMatchObject({
    trade: 'fulfilling',
    money: 'refunded',
    refunded_fen: 100,
  })
  await move(shop, sale, 'deliver')
  const kit = await kitOf(shop, sale)
  expect(await answersOf(shop, sale, [scanOf(shop, kit, cheap.orderId, shop.clock.now())])).toMatchObject([
    { outcome: 'handed' },
  ])
  expect(await orderRow(shop, cheap.orderId)).toMatchObject({ trade: 'completed' })
})

describe('late money for a neighbour’s draft', () => {
  const drafted = async () => {
    const sale = await aSale(shop)
    const code = await aDraft(shop, sale)
    const first = await aSaleOrder(shop, sale, { draftCode: code })
    return { sale, code, first }
  }
  const draftRow = (code: string) =>
    shop.deps.db.selectFrom('neighbour_draft').selectAll().where('code', '=', code).executeTakeFirstOrThrow()
  const again = (sale: TestSale, code: string) => aSaleOrder(shop, sale, { draftCode: code })

  test('takes the draft up again, so that nobody else pays it, too', async () => {
    const { sale, code, first } = await drafted()
    await shop.deliver('payment', await lateNotice(shop, first))
    expect(await orderRow(shop, first.orderId)).toMatchObject({ trade: 'fulfilling' })
    expect(await draftRow(code)).toMatchObject({ state: 'placed', order_id: first.orderId })
    const other = await placeInSale(shop, sale, await shop.aMember(), { draftCode: code })
    expect(other).toMatchObject({ refusal: { code: 'draft.over', state: 'placed' } })
  })

  test('goes back where somebody else has placed it meanwhile', async () => {
    const { sale, code, first } = await drafted()
    const notice = await lateNotice(shop, first)
    const second = await again(sale, code)
    await pay(shop, second)
    await shop.deliver('payment', notice)
    expect(await orderRow(shop, first.orderId)).toMatchObject({ trade: 'late-paid', refunded_fen: 1_500 })
    expect((await chainRow(shop, first)).number).toBeNull()
    expect(await draftRow(code)).toMatchObject({ state: 'placed', order_id: second.orderId })
  })

  test('goes back where its leader has withdrawn it meanwhile', async () => {
    const { sale, code, first } = await drafted()
    const notice = await lateNotice(shop, first)
    dataOf(await shop.call('leader', 'withdrawDraft', { code }, sale.leaderId ?? 'stranger'))
    await shop.deliver('payment', notice)
    expect(await orderRow(shop, first.orderId)).toMatchObject({ trade: 'late-paid', refunded_fen: 1_500 })
  })
})
