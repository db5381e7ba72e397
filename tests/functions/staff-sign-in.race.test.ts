import { createFirstOwner } from '../../cloudfunctions/staff/create-first-owner'
import { hashPassword } from '../../cloudfunctions/staff/password'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

const PASSWORD = 'the right password'
let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const somebody = async (username: string): Promise<void> => {
  const { staffId } = await shop.aStaff({ username })
  await shop.deps.db
    .updateTable('staff')
    .set({ password_hash: await hashPassword(PASSWORD, { log2N: 8, r: 8, p: 1 }) })
    .where('id', '=', staffId)
    .execute()
}
const signIn = (username: string, password: string) => shop.call('staff', 'signIn', { username, password })

const twenty = Array.from({ length: 20 }, (_, i) => i)

test('twenty wrong guesses side by side get five tries, as they would in turn', async () => {
  await somebody('guessed')
  const replies = await Promise.all(twenty.map((i) => signIn('guessed', `guess ${i}`)))
  const codes = replies.map((reply) => refusalOf(reply).code)
  expect(codes.filter((code) => code === 'sign-in.wrong')).toHaveLength(4)
  expect(codes.filter((code) => code === 'sign-in.locked')).toHaveLength(16)
  expect(refusalOf(await signIn('guessed', PASSWORD)).code).toBe('sign-in.locked')
  const { rows } = dataOf(await shop.call('staff', 'audit', { action: 'staff.locked' }, await shop.aStaff()))
  expect(rows).toHaveLength(1)
})

test('a right guess that comes after the lock is refused like a wrong one', async () => {
  await somebody('late')
  const { rows: before } = { rows: await sessions() }
  const guesses = twenty.map((i) => (i === 19 ? PASSWORD : `guess ${i}`))
  const replies = await Promise.all(guesses.map((guess) => signIn('late', guess)))
  const wins = replies.filter((reply) => reply.ok).length
  expect((await sessions()).length - before.length).toBe(wins)
  // whichever way the race went, no more than five guesses were judged before the lock fell
  const judged = replies.filter((reply) => reply.ok || refusalOf(reply).code === 'sign-in.wrong').length
  expect(judged).toBeLessThanOrEqual(4 + 4 * wins + wins)
})

const sessions = () => shop.deps.db.selectFrom('staff_session').select('token_hash').execute()

test('twenty right passwords side by side all come in', async () => {
  await somebody('busy')
  const replies = await Promise.all(twenty.map(() => signIn('busy', PASSWORD)))
  expect(new Set(replies.map((reply) => dataOf(reply).session)).size).toBe(20)
})

test('two hosts that start at once make one first owner', async () => {
  const empty = await openShop()
  try {
    const made = await Promise.all(twenty.slice(0, 4).map(() => createFirstOwner(empty.deps)))
    expect(made.filter((owner) => owner !== null)).toHaveLength(1)
    expect(await empty.deps.db.selectFrom('staff').select('id').execute()).toHaveLength(1)
  } finally {
    await empty.close()
  }
})
