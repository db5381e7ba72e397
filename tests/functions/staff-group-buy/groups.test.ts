/** Live groups, the people in one, and the ledger of what went back. */
import type { CallInput } from '@/contract/index'
import type { GroupCampaignId, GroupId, ProductId, RefundId } from '@/domain/ids'
import { DAY, HOUR, MINUTE, later } from '@/domain/time'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import type { StaffSeat } from '../../support/shop/builders'
import { someGroups } from './some-groups'

let shop: Shop
let owner: StaffSeat
let make: ReturnType<typeof someGroups>
let of: { campaignId: GroupCampaignId; productId: ProductId }
beforeAll(async () => {
  shop = await openShop()
  owner = await shop.aStaff({ name: '林晓禾' })
  make = someGroups(shop)
  of = await aCampaign()
})
afterEach(async () => {
  for (const table of ['group_seat', 'group_buy', 'refund'] as const) await shop.deps.db.deleteFrom(table).execute()
})
afterAll(() => shop.close())

const aCampaign = async (name = '草莓三人团') => {
  const { productId, skuId } = await shop.aProduct({ title: '丹东草莓', skus: [{ priceFen: 3590 }] })
  const campaign = dataOf(
    await shop.call(
      'staff-group-buy',
      'saveCampaign',
      {
        ...{ name, productId, size: 3, lifeMinutes: 1440, perPerson: 1, mostPieces: 1 },
        ...{ startsAt: shop.clock.now(), endsAt: later(shop.clock.now(), DAY) },
        prices: [{ skuId, priceFen: 2690, stockShare: 30 }],
      },
      owner,
    ),
  )
  return { campaignId: campaign.id, productId }
}
const groups = async (filter: CallInput<'staff-group-buy', 'groups'> = {}) =>
  dataOf(await shop.call('staff-group-buy', 'groups', filter, owner))
const ledger = async (tab: 'all' | 'open' | 'failed' | 'done' = 'open', as = owner) =>
  dataOf(await shop.call('staff-group-buy', 'refunds', { tab }, as))
const retry = (refundId: RefundId, as = owner) => shop.call('staff-group-buy', 'retryRefund', { refundId }, as)

describe('live groups', () => {
  test('stand by the time they have left; others newest first, each under its tab', async () => {
    const [calm, pressed] = [await make.aGroup(of), await make.aGroup({ ...of, openedAgo: 20 * HOUR, confirmed: 2 })]
    const full = await make.aGroup({ ...of, state: 'full', confirmed: 3, filledIn: MINUTE })
    const done = await make.aGroup({ ...of, state: 'fulfilled', confirmed: 3, filledIn: MINUTE })
    await make.aGroup({ ...of, state: 'expired' })
    await make.aGroup({ ...of, state: 'forming', confirmed: 0, reserved: 1 })
    const { rows, counts, total } = await groups()
    expect(rows.map(({ id }) => id)).toEqual([pressed, calm])
    expect(rows[0]).toMatchObject({
      ...{ campaignName: '草莓三人团', productTitle: '丹东草莓', leader: '顾*', size: 3, confirmed: 2, state: 'open' },
      deadlineAt: later(shop.clock.now(), 4 * HOUR),
    })
    expect([total, counts]).toEqual([2, { all: 6, open: 2, full: 2, expired: 1, refunded: 0 }])
    expect((await groups({ tab: 'full' })).rows.map(({ id }) => id)).toEqual([done, full])
    expect((await groups({ tab: 'all', pageSize: 5, page: 2 })).rows).toHaveLength(1)
  })

  test('of one campaign are counted apart', async () => {
    const other = await aCampaign('牛奶团')
    await make.aGroup(of)
    const mine = await make.aGroup(other)
    const { rows, counts } = await groups({ campaignId: other.campaignId })
    expect([rows.map(({ id }) => id), counts.all]).toEqual([[mine], 1])
  })
})

describe('one group', () => {
  test('shows its people masked, in the order they came, and what went back to each', async () => {
    const leaderId = await shop.aMember({ name: '顾小北' })
    const groupId = await make.aGroup({ ...of, state: 'expired', leaderId, confirmed: 2 })
    const { orderId, number } = await make.aSeat({ ...of, groupId, memberId: leaderId, pieces: 2, paidFen: 5380 })
    shop.clock.advance(MINUTE)
    const late = await make.aSeat({ ...of, groupId })
    await make.aRefund({ orderId, amountFen: 5380, state: 'done', letter: { state: 'done', attempts: 1 } })
    await make.aRefund({ orderId: late.orderId, letter: { state: 'dead', attempts: 12 } })
    await make.aRefund({ orderId: late.orderId, kind: 'staff', amountFen: 100 })
    const group = dataOf(await shop.call('staff-group-buy', 'group', { groupId }, owner))
    expect(group).toMatchObject({ leader: '顾*', refunds: { all: 2, done: 1, failed: 1, amountFen: 8070 } })
    expect(group.seats).toMatchObject([
      ...[{ orderId, orderNumber: number, buyer: '周*', isLeader: true, pieces: 2, refund: { state: 'done' } }],
      ...[{ orderId: late.orderId, isLeader: false, state: 'confirmed', refund: { state: 'wanted', amountFen: 2690 } }],
    ])
  })

  test('orders of other pick-up points are not seen, and nobody’s group is unknown', async () => {
    const [here, there] = [await shop.aPickupPoint(), await shop.aPickupPoint()]
    const groupId = await make.aGroup({ ...of, confirmed: 2 })
    const mine = await make.aSeat({ ...of, groupId, pickupPointId: here })
    await make.aSeat({ ...of, groupId, pickupPointId: there })
    const scoped = await shop.aStaff({ role: 'warehouse', pickupPointIds: [here] })
    const group = dataOf(await shop.call('staff-group-buy', 'group', { groupId }, scoped))
    expect([group.elsewhere, group.seats.map(({ orderId }) => orderId)]).toEqual([1, [mine.orderId]])
    const nobody = { groupId: 'grp_0000000000' as GroupId }
    expect(refusalOf(await shop.call('staff-group-buy', 'group', nobody, owner)).code).toBe('group.unknown')
  })
})

describe('the ledger of refunds', () => {
  const aRefund = async (wish: Omit<Parameters<typeof make.aRefund>[0], 'orderId'> = {}) => {
    const groupId = await make.aGroup({ ...of, state: 'expired' })
    const seat = await make.aSeat({ ...of, groupId })
    return { ...seat, groupId, refundId: await make.aRefund({ orderId: seat.orderId, ...wish }) }
  }

  test('tells what the system works on from what waits for staff and from what is done', async () => {
    const open = await aRefund({ letter: { state: 'waiting', attempts: 3, lastError: '余额不足' } })
    const dead = await aRefund({ letter: { state: 'dead', attempts: 12, lastError: '余额不足' } })
    const failed = await aRefund({ state: 'failed', kind: 'group-left', letter: { state: 'done', attempts: 1 } })
    await aRefund({ state: 'done', kind: 'seat-lost', letter: { state: 'done', attempts: 1, lastError: '超时' } })
    await aRefund({ kind: 'staff' })
    const { rows, counts, openFen } = await ledger()
    expect(rows).toMatchObject([
      {
        ...{ id: open.refundId, groupId: open.groupId, orderId: open.orderId, orderNumber: open.number, buyer: '周*' },
        ...{ why: 'group-expired', attempts: 3, lastError: '余额不足', isDead: false, productTitle: '丹东草莓' },
        nextTryAt: later(shop.clock.now(), MINUTE),
      },
    ])
    expect([counts, openFen]).toEqual([{ all: 4, open: 1, failed: 2, done: 1 }, 3 * 2690])
    const stopped = await ledger('failed')
    expect(stopped.rows.map(({ id, isDead }) => [id, isDead])).toEqual([
      [failed.refundId, true],
      [dead.refundId, true],
    ])
    expect((await ledger('done')).rows).toMatchObject([{ why: 'seat-lost', nextTryAt: null, lastError: null }])
    expect((await ledger('all')).rows).toHaveLength(4)
  })

  test('a refund that was given up goes back to work at once, with its trail', async () => {
    const { refundId, number } = await aRefund({ letter: { state: 'dead', attempts: 12, lastError: '余额不足' } })
    const row = dataOf(await retry(refundId))
    expect(row).toMatchObject({ isDead: false, attempts: 0, state: 'wanted', nextTryAt: shop.clock.now() })
    expect((await ledger('failed')).rows).toEqual([])
    const [entry] = await shop.deps.db.selectFrom('audit').selectAll().where('subject', '=', refundId).execute()
    expect(entry).toMatchObject({ action: 'refund.retry', subject_name: number, before: { attempts: 12 } })
    expect(refusalOf(await retry(refundId)).code).toBe('refund.not-retryable')
  })

  test('taken out as a file it leaves its trail, and only who may take orders out may do it', async () => {
    await aRefund({ state: 'done', kind: 'seat-lost', letter: { state: 'done' } })
    const before = (await ledger('all')).rows
    const taken = dataOf(await shop.call('staff-group-buy', 'exportRefunds', { tab: 'all' }, owner))
    expect(taken.rows).toEqual(before)
    const trail = await shop.deps.db.selectFrom('audit').selectAll().where('action', '=', 'refund.export').execute()
    expect(trail).toMatchObject([{ staff_id: owner.staffId, after: { tab: 'all', rows: before.length } }])
    const service = await shop.aStaff({ role: 'clerk' })
    expect(refusalOf(await shop.call('staff-group-buy', 'exportRefunds', {}, service)).code).toBe('role.required')
  })

  test('one that WeChat Pay refused is asked for again under the same number', async () => {
    const { refundId } = await aRefund({ state: 'failed', letter: { state: 'done', attempts: 1 } })
    expect(dataOf(await retry(refundId))).toMatchObject({ state: 'wanted', isDead: false })
    const letters = await shop.deps.db.selectFrom('outbox').selectAll().where('subject', '=', refundId).execute()
    expect(letters).toMatchObject([{ state: 'waiting', attempts: 0 }])
    const lost = await aRefund({ state: 'failed', letter: null })
    dataOf(await retry(lost.refundId))
    expect((await ledger()).rows).toMatchObject([{ id: lost.refundId }, { id: refundId }])
  })

  test('what is under way or done is left alone; others’ and outsiders’ refunds are unknown', async () => {
    const done = await aRefund({ state: 'done', letter: { state: 'done' } })
    expect(refusalOf(await retry(done.refundId)).code).toBe('refund.not-retryable')
    const byStaff = await aRefund({ kind: 'staff', letter: { state: 'dead' } })
    expect(refusalOf(await retry(byStaff.refundId)).code).toBe('refund.unknown')
    const dead = await aRefund({ letter: { state: 'dead' } })
    const scoped = await shop.aStaff({ role: 'warehouse', pickupPointIds: [await shop.aPickupPoint()] })
    expect(refusalOf(await retry(dead.refundId, scoped)).code).toBe('refund.unknown')
    expect((await ledger('all', scoped)).rows).toEqual([])
    const service = await shop.aStaff({ role: 'customer-service' })
    expect(refusalOf(await retry(dead.refundId, service)).code).toBe('role.required')
  })
})
