import { openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('two owners who demote each other at once leave one owner', async () => {
  for (let round = 0; round < 10; round++) {
    await shop.deps.db.deleteFrom('staff').execute()
    const [one, two] = [await shop.aStaff({ username: 'one' }), await shop.aStaff({ username: 'two' })]
    const demote = (id: typeof one.staffId, username: string, as: typeof one) =>
      shop.call('staff', 'save', { id, name: '某人', username, role: 'clerk', pickupPointIds: null }, as)
    const replies = await Promise.all([demote(two.staffId, 'two', one), demote(one.staffId, 'one', two)])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    const refused = replies.find((reply) => !reply.ok)
    expect(['staff.last-owner', 'role.required']).toContain(refused && refusalOf(refused).code)
    const owners = await shop.deps.db.selectFrom('staff').select('id').where('role', '=', 'owner').execute()
    expect(owners).toHaveLength(1)
  }
})

test('the same name given to two people at once goes to one', async () => {
  const boss = await shop.aStaff({ username: 'boss' })
  const hire = () =>
    shop.call('staff', 'save', { name: '某人', username: 'wanted', role: 'clerk', pickupPointIds: null }, boss)
  const replies = await Promise.all(Array.from({ length: 5 }, hire))
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
  for (const reply of replies) if (!reply.ok) expect(refusalOf(reply).code).toBe('staff.username-taken')
})
