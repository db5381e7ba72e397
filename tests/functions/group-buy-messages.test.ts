/** The message in the chats: it counts up with the group, and no answer of WeChat's can make it a burden. */
import type { GroupId, MemberId } from '@/domain/ids'
import { DAY, HOUR, later } from '@/domain/time'
import { groupMessageLetters } from '../../cloudfunctions/group-buy/activity'
import { groupChangedLetters } from '../../cloudfunctions/group-buy/card-letters'
import { drainOutbox } from '../../cloudfunctions/runtime/outbox'
import { openShop, type Shop } from '../support/functions'
import { aGroup, aSeat, groupRow, setGroup } from '../support/shop/group-rows'

let shop: Shop
let people: MemberId[]
beforeAll(async () => {
  shop = await openShop()
  people = [await shop.aMember(), await shop.aMember(), await shop.aMember()]
})
afterAll(() => shop.close())

let groupId: GroupId
beforeEach(async () => {
  await shop.deps.db.deleteFrom('outbox').execute()
  shop.wechat.calls.splice(0)
  shop.wechat.say({ updatable: 'ok' })
  shop.wechat.setDown(false)
  groupId = (await aGroup(shop, { ...(await shop.aProduct()), members: people.slice(0, 1) })).groupId
})

const changed = () => shop.deps.db.insertInto('outbox').values(groupChangedLetters(shop.deps, groupId)).execute()
const work = () => drainOutbox(shop.deps, groupMessageLetters)
const told = () => shop.wechat.callsTo('setUpdatableMsg')
const join = async (person: number) => {
  await aSeat(shop, groupId, people[person]!)
  await changed()
}

test('a group that opens gets its activity for a day, and its first count', async () => {
  await changed()
  expect(await work()).toEqual({ done: 1, failed: 0 })
  const row = await groupRow(shop, groupId)
  expect(row.activity_id).toMatch(/^activity-/)
  expect(row.activity_expires_at?.getTime()).toBe(later(shop.clock.now(), DAY))
  expect(told()).toEqual([{ activityId: row.activity_id, to: { state: 'open', memberCount: 1, roomLimit: 3 } }])
})

test('several joins in a row are told in one call, and one activity serves all', async () => {
  await changed()
  await join(1)
  await join(2)
  expect(await work()).toEqual({ done: 3, failed: 0 })
  expect(told()).toMatchObject([{ to: { memberCount: 3 } }])
  expect(shop.wechat.callsTo('createActivityId')).toHaveLength(1)
})

test('a full group leads to its page; one whose time is up says so', async () => {
  await changed()
  await work()
  await setGroup(shop, groupId, 'full')
  await changed()
  await work()
  expect(told().at(-1)).toMatchObject({ to: { state: 'full', page: `packages/group/page/index?id=${groupId}` } })
  for (const state of ['expired', 'refunded', 'dropped'] as const) {
    await setGroup(shop, groupId, state)
    await changed()
    await work()
    expect(told().at(-1)).toMatchObject({ to: { state: 'over' } })
  }
})

test.each(['over', 'not-from-here', 'bad-version'] as const)(
  'WeChat’s answer "%s" is the end of it',
  async (answer) => {
    shop.wechat.say({ updatable: answer })
    await changed()
    expect(await work()).toEqual({ done: 1, failed: 0 })
    await changed()
    await work()
    expect(told()).toHaveLength(1)
  },
)

test('past its day nothing is asked any more', async () => {
  await changed()
  await work()
  shop.clock.advance(DAY + HOUR)
  await setGroup(shop, groupId, 'expired')
  await changed()
  expect(await work()).toEqual({ done: 1, failed: 0 })
  expect(told()).toHaveLength(1)
  shop.clock.advance(-DAY - HOUR)
})

test('a group that was over before it had an activity never gets one', async () => {
  await setGroup(shop, groupId, 'full')
  await changed()
  expect(await work()).toEqual({ done: 1, failed: 0 })
  expect(shop.wechat.calls).toEqual([])
})

test('WeChat out of reach: the letter waits and tells what is true by then', async () => {
  shop.wechat.setDown(true)
  await changed()
  expect(await work()).toEqual({ done: 0, failed: 1 })
  shop.wechat.setDown(false)
  await aSeat(shop, groupId, people[1]!)
  shop.clock.advance(HOUR)
  expect(await work()).toEqual({ done: 1, failed: 0 })
  expect(told().at(-1)).toMatchObject({ to: { memberCount: 2 } })
  shop.clock.advance(-HOUR)
})

test('a slow worker that comes after a newer count tells the newer one again', async () => {
  await changed()
  await work()
  await join(1)
  const row = await groupRow(shop, groupId)
  const original = shop.wechat.port.setUpdatableMsg
  let isFirst = true
  // between this worker's reading and its call another one joins, and that one's worker is faster
  shop.wechat.port.setUpdatableMsg = async (activityId, to) => {
    if (isFirst) {
      isFirst = false
      await aSeat(shop, groupId, people[2]!)
      await shop.deps.db
        .updateTable('group_buy')
        .set({ told_version: row.version + 1 })
        .where('id', '=', groupId)
        .execute()
    }
    return original(activityId, to)
  }
  await work()
  shop.wechat.port.setUpdatableMsg = original
  expect(told().map((ask) => (ask as { to: { memberCount: number } }).to.memberCount)).toEqual([1, 2, 3])
  expect((await groupRow(shop, groupId)).told_version).toBe(row.version + 1)
})
