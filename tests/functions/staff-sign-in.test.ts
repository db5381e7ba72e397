import { HOUR, later, MINUTE } from '@/domain/time'
import { createFirstOwner } from '../../cloudfunctions/staff/create-first-owner'
import { demoColleagues } from '../../cloudfunctions/staff/demo-people'
import { hashPassword, verifyPassword } from '../../cloudfunctions/staff/password'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'

let shop: Shop
let owner: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  owner = await shop.aStaff({ name: '沈知秋', role: 'owner', username: 'boss' })
})
afterAll(() => shop.close())

let people = 0
/** Somebody with a password that is cheap to check: the cost lies in the hash. */
const hire = async () => {
  const username = `person${++people}`
  const password = `${username} and its password`
  const { staffId } = await shop.aStaff({ username, name: `店员${people}`, role: 'manager' })
  const password_hash = await hashPassword(password, { log2N: 8, r: 8, p: 1 })
  await shop.deps.db.updateTable('staff').set({ password_hash }).where('id', '=', staffId).execute()
  return { username, password }
}
const signIn = (username: string, password: string) => shop.call('staff', 'signIn', { username, password })
const seat = (cookie: string): StaffSeat => ({ ...owner, cookie })
const enter = async (username: string, password: string) => seat(dataOf(await signIn(username, password)).session)
const changePassword = async (as: StaffSeat, current: string, next: string) =>
  seat(dataOf(await shop.call('staff', 'changePassword', { current, next }, as)).session)

describe('a password', () => {
  test('is recognised, another is not, and its hash never looks the same twice', async () => {
    const [one, two] = [await hashPassword('梧桐里 1234 号'), await hashPassword('梧桐里 1234 号')]
    expect(one).not.toBe(two)
    expect(await verifyPassword('梧桐里 1234 号', one)).toBe(true)
    expect(await verifyPassword('梧桐里 1234 號', one)).toBe(false)
  })

  test('typed full-width is the same password', async () => {
    expect(await verifyPassword('ＡＢＣ１２３４５６７', await hashPassword('ABC1234567'))).toBe(true)
  })

  test('of nobody is never right', async () => {
    expect(await verifyPassword('', null)).toBe(false)
  })
})

describe('signing in', () => {
  test('opens a session that says who it is', async () => {
    const { username, password } = await hire()
    const { me, session } = dataOf(await signIn(username.toUpperCase(), password))
    expect(me).toMatchObject({
      username,
      role: 'manager',
      mustChangePassword: false,
      storeName: '晴川里鲜食',
      isDemo: true,
    })
    expect(dataOf(await shop.call('staff', 'me', {}, seat(session)))).toEqual(me)
  })

  test('a session ends after twelve hours', async () => {
    const { username, password } = await hire()
    const as = await enter(username, password)
    const before = shop.clock.now()
    shop.clock.set(later(before, 12 * HOUR - 1))
    expect((await shop.call('staff', 'me', {}, as)).ok).toBe(true)
    shop.clock.set(later(before, 12 * HOUR))
    expect(refusalOf(await shop.call('staff', 'me', {}, as)).code).toBe('sign-in.required')
    owner = { ...owner, cookie: (await shop.aStaff()).cookie }
  })

  test('signing out ends the session and empties the cookie', async () => {
    const { username, password } = await hire()
    const as = await enter(username, password)
    expect(dataOf(await shop.call('staff', 'signOut', {}, as)).session).toBe('')
    expect(refusalOf(await shop.call('staff', 'me', {}, as)).code).toBe('sign-in.required')
  })

  test('five wrong passwords in a row lock the name for fifteen minutes, even for the right one', async () => {
    const { username, password } = await hire()
    for (const triesLeft of [4, 3, 2, 1])
      expect(refusalOf(await signIn(username, 'wrong'))).toEqual({ code: 'sign-in.wrong', triesLeft })
    const untilAt = later(shop.clock.now(), 15 * MINUTE)
    expect(refusalOf(await signIn(username, 'wrong'))).toEqual({ code: 'sign-in.locked', untilAt })
    expect(refusalOf(await signIn(username, password))).toEqual({ code: 'sign-in.locked', untilAt })
    shop.clock.advance(15 * MINUTE - 1)
    expect(refusalOf(await signIn(username, password)).code).toBe('sign-in.locked')
    shop.clock.advance(1)
    expect((await signIn(username, password)).ok).toBe(true)
    const { rows } = dataOf(await shop.call('staff', 'audit', { action: 'staff.locked' }, owner))
    expect(rows[0]).toMatchObject({ subjectName: expect.stringContaining('店员'), after: { from: '127.0.0.1' } })
  })

  test('after a lock ran out there are five tries again', async () => {
    const { username } = await hire()
    for (let i = 0; i < 5; i++) await signIn(username, 'wrong')
    shop.clock.advance(15 * MINUTE)
    expect(refusalOf(await signIn(username, 'wrong'))).toEqual({ code: 'sign-in.wrong', triesLeft: 4 })
  })

  test('a right password forgets the wrong ones before it', async () => {
    const { username, password } = await hire()
    for (let i = 0; i < 4; i++) await signIn(username, 'wrong')
    expect((await signIn(username, password)).ok).toBe(true)
    expect(refusalOf(await signIn(username, 'wrong'))).toEqual({ code: 'sign-in.wrong', triesLeft: 4 })
  })

  test('a name that nobody has answers like one that somebody has', async () => {
    const { username } = await hire()
    const replies = async (name: string) => {
      const codes = []
      for (let i = 0; i < 6; i++) codes.push(refusalOf(await signIn(name, 'wrong password')))
      return codes
    }
    expect(await replies('nobody-here')).toEqual(await replies(username))
  })

  test('somebody disabled is nobody, also in a session that was open', async () => {
    const { username, password } = await hire()
    const as = await enter(username, password)
    const row = dataOf(await shop.call('staff', 'list', {}, owner)).staff.find((s) => s.username === username)
    if (!row) throw new Error('not listed')
    const { lastSeenAt: _seen, ...fields } = row
    await shop.call('staff', 'save', { ...fields, pickupPointIds: null, isDisabled: true }, owner)
    expect(refusalOf(await shop.call('staff', 'me', {}, as)).code).toBe('sign-in.required')
    expect(refusalOf(await signIn(username, password)).code).toBe('sign-in.wrong')
  })

  test.each([
    ['nothing', {}],
    ['numbers', { username: 1, password: 2 }],
    ['a huge password', { username: 'boss', password: 'x'.repeat(1_000_000) }],
    ['a smuggled field', { username: 'boss', password: 'x', role: 'owner' }],
  ])('%s in place of a name and a password is refused', async (_what, input) => {
    const reply = await shop.send('staff', { action: 'signIn', input })
    expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toMatch(
      /^(input\.invalid|request\.too-large)$/,
    )
  })

  test('SQL in the name finds nobody', async () => {
    expect(refusalOf(await signIn(`' or 1=1 --`, 'x')).code).toBe('sign-in.wrong')
  })
})

describe('a one-time password', () => {
  test('opens nothing but its own change', async () => {
    const username = 'fresh'
    const saved = await shop.call(
      'staff',
      'save',
      { name: '新人', username, role: 'manager', pickupPointIds: null },
      owner,
    )
    const { oneTimePassword } = dataOf(saved)
    const as = await enter(username, oneTimePassword ?? '')
    expect(dataOf(await shop.call('staff', 'me', {}, as))).toMatchObject({ mustChangePassword: true, permissions: [] })
    expect(refusalOf(await shop.call('staff', 'list', {}, as))).toEqual({
      code: 'role.required',
      permission: 'staff.read',
    })
    const same = { current: oneTimePassword ?? '', next: oneTimePassword ?? '' }
    expect(refusalOf(await shop.call('staff', 'changePassword', same, as)).code).toBe('password.same')
    const after = await changePassword(as, oneTimePassword ?? '', 'a password of my own')
    expect((await shop.call('staff', 'list', {}, after)).ok).toBe(true)
    expect(refusalOf(await signIn(username, oneTimePassword ?? '')).code).toBe('sign-in.wrong')
  })
})

describe('changing the password', () => {
  test('ends every other session and goes on with a fresh one', async () => {
    const { username, password } = await hire()
    const [here, there] = [await enter(username, password), await enter(username, password)]
    const after = await changePassword(here, password, 'another password')
    expect(refusalOf(await shop.call('staff', 'me', {}, here)).code).toBe('sign-in.required')
    expect(refusalOf(await shop.call('staff', 'me', {}, there)).code).toBe('sign-in.required')
    expect((await shop.call('staff', 'me', {}, after)).ok).toBe(true)
  })

  test('wrong tries count as those of signing in', async () => {
    const { username, password } = await hire()
    const as = await enter(username, password)
    const wrong = { current: 'not this one', next: 'another password' }
    for (const triesLeft of [4, 3, 2, 1])
      expect(refusalOf(await shop.call('staff', 'changePassword', wrong, as))).toEqual({
        code: 'sign-in.wrong',
        triesLeft,
      })
    expect(refusalOf(await shop.call('staff', 'changePassword', wrong, as)).code).toBe('sign-in.locked')
    expect(refusalOf(await signIn(username, password)).code).toBe('sign-in.locked')
  })

  test('a short one is refused', async () => {
    const reply = await shop.call('staff', 'changePassword', { current: 'x', next: '123456789' }, owner)
    expect(refusalOf(reply).code).toBe('input.invalid')
  })
})

describe('the first owner', () => {
  test('is made once for a shop without staff, with a password to change', async () => {
    const empty = await openShop()
    try {
      const first = await createFirstOwner(empty.deps)
      expect(await createFirstOwner(empty.deps)).toBeNull()
      if (!first) throw new Error('nobody was made')
      const { username, oneTimePassword: password } = first
      const { me } = dataOf(await empty.call('staff', 'signIn', { username, password }))
      expect(me).toMatchObject({ role: 'owner', mustChangePassword: true, permissions: [] })
    } finally {
      await empty.close()
    }
  })
})

describe('people of the demo', () => {
  test('are offered in the demo, with the roles a shop has', async () => {
    const { people: offered, storeName } = dataOf(await shop.call('staff', 'demoPeople', {}))
    expect(storeName).toBe('晴川里鲜食')
    expect(offered.map((p) => p.username)).toEqual(demoColleagues.map((p) => p.username))
  })

  test('are not there in production', async () => {
    const real = await openShop({ env: { QUANJI_MODE: 'production' } })
    try {
      expect(dataOf(await real.call('staff', 'demoPeople', {})).people).toEqual([])
    } finally {
      await real.close()
    }
  })
})
