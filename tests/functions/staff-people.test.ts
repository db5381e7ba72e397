import type { CallInput } from '@/contract/index'
import type { PickupPointId, StaffId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'

let shop: Shop
let owner: StaffSeat
beforeAll(async () => {
  shop = await openShop()
  owner = await shop.aStaff({ name: '沈知秋', role: 'owner', username: 'boss' })
})
afterAll(() => shop.close())

type Wish = CallInput<'staff', 'save'>
const aPerson = (wish: Partial<Wish> = {}): Wish => ({
  name: '周一帆',
  username: 'zhou',
  role: 'warehouse',
  pickupPointIds: null,
  ...wish,
})
const save = (wish: Partial<Wish>, as = owner) => shop.call('staff', 'save', aPerson(wish), as)
const lastAudit = async (as = owner) => dataOf(await shop.call('staff', 'audit', {}, as)).rows[0]
const idOf = async (username: string): Promise<StaffId> => {
  const row = dataOf(await shop.call('staff', 'list', {}, owner)).staff.find((s) => s.username === username)
  if (!row) throw new Error(`nobody is called ${username}`)
  return row.id
}

describe('a new colleague', () => {
  test('gets a one-time password, shown once and kept as a hash only', async () => {
    const { staff, oneTimePassword } = dataOf(await save({ username: ' Zhou ' }))
    expect(staff.find((s) => s.username === 'zhou')).toMatchObject({
      name: '周一帆',
      role: 'warehouse',
      lastSeenAt: null,
    })
    expect(oneTimePassword).toMatch(/^[0-9A-Za-z]{12}$/)
    const { rows } = await shop.database.db
      .selectFrom('staff')
      .selectAll()
      .execute()
      .then((all) => ({ rows: JSON.stringify(all) }))
    expect(rows).not.toContain(oneTimePassword)
    expect(JSON.stringify(await lastAudit())).not.toMatch(/scrypt|password/i)
    expect(await lastAudit()).toMatchObject({ action: 'staff.add', staffName: '沈知秋', subjectName: '周一帆' })
  })

  test('a name that somebody has is refused, and nothing is written', async () => {
    const before = dataOf(await shop.call('staff', 'list', {}, owner)).staff.length
    expect(refusalOf(await save({ username: 'boss' })).code).toBe('staff.username-taken')
    expect(dataOf(await shop.call('staff', 'list', {}, owner)).staff).toHaveLength(before)
  })

  test('a pick-up point that does not exist is refused', async () => {
    const nowhere = 'pup_0000000000' as PickupPointId
    expect(refusalOf(await save({ username: 'lost', pickupPointIds: [nowhere] })).code).toBe('pickup-point.unknown')
  })

  test.each<[string, object]>([
    ['a role that does not exist', { role: 'emperor' }],
    ['a short name to sign in', { username: 'ab' }],
    ['a name with markup', { username: '<b>x</b>' }],
    ['an id of somebody else', { id: 'mem_0000000000' }],
    ['a smuggled password', { password_hash: 'x' }],
  ])('%s is refused', async (_what, wish) => {
    const reply = await shop.send('staff', { action: 'save', input: { ...aPerson(), ...wish } }, owner)
    expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toBe('input.invalid')
  })
})

describe('changing a colleague', () => {
  test('leaves only what changed in the audit', async () => {
    await save({ username: 'mover' })
    const id = await idOf('mover')
    await save({ id, username: 'mover', role: 'clerk' })
    expect(await lastAudit()).toMatchObject({
      action: 'staff.change',
      subject: id,
      before: { role: 'warehouse' },
      after: { role: 'clerk' },
    })
  })

  test('somebody who does not exist is unknown', async () => {
    expect(refusalOf(await save({ id: 'stf_0000000000' as StaffId, username: 'ghost' })).code).toBe('staff.unknown')
  })

  test('an owner always sees the whole shop', async () => {
    const point = await shop.aPickupPoint()
    await save({ username: 'second', role: 'owner', pickupPointIds: [point] })
    const row = dataOf(await shop.call('staff', 'list', {}, owner)).staff.find((s) => s.username === 'second')
    expect(row?.pickupPointIds).toBeNull()
    await save({ id: await idOf('second'), username: 'second', role: 'clerk' })
  })

  test('the last owner can neither step down nor be disabled', async () => {
    const id = owner.staffId
    const asOwner = { id, username: 'boss', name: '沈知秋' }
    expect(refusalOf(await save({ ...asOwner, role: 'manager' })).code).toBe('staff.last-owner')
    expect(refusalOf(await save({ ...asOwner, role: 'owner', isDisabled: true })).code).toBe('staff.last-owner')
    expect((await save({ ...asOwner, role: 'owner' })).ok).toBe(true)
  })

  test('a disabled owner does not count as one', async () => {
    await save({ username: 'third', role: 'owner' })
    const id = await idOf('third')
    await save({ id, username: 'third', role: 'owner', isDisabled: true })
    const own = { id: owner.staffId, username: 'boss', name: '沈知秋', role: 'manager' as const }
    expect(refusalOf(await save(own)).code).toBe('staff.last-owner')
  })

  test('an owner of one place gives no other place, and touches nobody who has more', async () => {
    const [east, west] = [await shop.aPickupPoint(), await shop.aPickupPoint()]
    const local = await shop.aStaff({ role: 'owner', pickupPointIds: [east] })
    const clerk = { username: 'local-clerk', role: 'clerk' } as const
    expect((await save({ ...clerk, pickupPointIds: [east] }, local)).ok).toBe(true)
    expect(refusalOf(await save({ ...clerk, username: 'x-clerk', pickupPointIds: [west] }, local)).code).toBe(
      'staff.grants-too-much',
    )
    expect(refusalOf(await save({ ...clerk, username: 'x-clerk', pickupPointIds: null }, local)).code).toBe(
      'staff.grants-too-much',
    )
    const boss: Partial<Wish> = { id: owner.staffId, username: 'boss', role: 'clerk', pickupPointIds: [east] }
    expect(refusalOf(await save(boss, local)).code).toBe('staff.grants-too-much')
    expect(refusalOf(await shop.call('staff', 'resetPassword', { id: owner.staffId }, local)).code).toBe(
      'staff.grants-too-much',
    )
    await shop.deps.db.deleteFrom('staff').where('id', '=', local.staffId).execute()
  })
})

describe('resetting a password', () => {
  test('ends sessions and the lock, and the new one has to be changed', async () => {
    const forgetful = await shop.aStaff({ username: 'forgetful', role: 'manager' })
    await shop.deps.db
      .updateTable('staff')
      .set({ locked_until: new Date(shop.clock.now() + 60_000) })
      .where('id', '=', forgetful.staffId)
      .execute()
    const { oneTimePassword } = dataOf(await shop.call('staff', 'resetPassword', { id: forgetful.staffId }, owner))
    expect(refusalOf(await shop.call('staff', 'me', {}, forgetful)).code).toBe('sign-in.required')
    const { me } = dataOf(await shop.call('staff', 'signIn', { username: 'forgetful', password: oneTimePassword }))
    expect(me.mustChangePassword).toBe(true)
  })

  test('of nobody is unknown', async () => {
    const id = 'stf_0000000000' as StaffId
    expect(refusalOf(await shop.call('staff', 'resetPassword', { id }, owner)).code).toBe('staff.unknown')
  })
})

describe('the audit', () => {
  const trail = async (filter: CallInput<'staff', 'audit'>, as = owner) =>
    dataOf(await shop.call('staff', 'audit', filter, as))

  beforeAll(async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      store_id: shop.deps.storeId,
      id: shop.deps.newId('aud'),
      at: new Date(shop.clock.now()),
      staff_id: owner.staffId,
      action: i % 2 ? 'order.ship' : 'order.remark',
      subject: `ord_${String(i).padStart(10, '0')}`,
      request_id: 'test',
    }))
    await shop.deps.db.insertInto('audit').values(rows).execute()
  })

  test('is read page by page, newest first, without a gap or a repeat', async () => {
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await trail(cursor ? { cursor } : {})
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    }
    const { n } = await shop.deps.db
      .selectFrom('audit')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(seen).toHaveLength(n)
    expect(seen).toEqual([...seen].sort().reverse())
    expect(new Set(seen).size).toBe(n)
  })

  test('is filtered by action, by function, by subject and by person', async () => {
    expect((await trail({ action: 'order.ship' })).rows.every((row) => row.action === 'order.ship')).toBe(true)
    expect(new Set((await trail({ action: 'order' })).rows.map((row) => row.action))).toEqual(
      new Set(['order.ship', 'order.remark']),
    )
    expect((await trail({ action: 'ord' })).rows).toEqual([])
    expect((await trail({ subject: 'ord_0000000007' })).rows).toHaveLength(1)
    expect((await trail({ staffId: 'stf_0000000000' as StaffId })).rows).toEqual([])
    expect((await trail({ action: `%' or true --` })).rows).toEqual([])
  })

  test('shows who sees one place only what concerns it, and their own acts', async () => {
    const point = await shop.aPickupPoint()
    const local = await shop.aStaff({ role: 'auditor', pickupPointIds: [point] })
    expect((await trail({}, local)).rows).toEqual([])
    await shop.deps.db
      .insertInto('audit')
      .values({
        store_id: shop.deps.storeId,
        id: shop.deps.newId('aud'),
        at: new Date(),
        staff_id: owner.staffId,
        action: 'staff-store.savePickupPoint',
        subject: point,
        request_id: 'test',
      })
      .execute()
    expect((await trail({}, local)).rows.map((row) => row.subject)).toEqual([point])
  })
})
