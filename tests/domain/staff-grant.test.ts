import fc from 'fast-check'
import { isId, type PickupPointId } from '@/domain/ids'
import { changedFields } from '@/domain/staff/changed-fields'
import { mayGiveStanding, standingFor, type Standing } from '@/domain/staff/grant'
import { isLocked, LOCK_TIME } from '@/domain/staff/lockout'
import { permissionsOf, roles } from '@/domain/staff/roles'
import { epochMs, later } from '@/domain/time'

const east = 'pup_0000000001' as PickupPointId
const west = 'pup_0000000002' as PickupPointId

const aStanding = fc.record<Standing>({
  role: fc.constantFrom(...roles),
  pickupPointIds: fc.constantFrom(null, [], [east], [west], [east, west]),
})

describe('what one colleague may make of another', () => {
  test('ids of the cases are ids', () => expect([east, west].every((id) => isId('pup', id))).toBe(true))

  test.each(roles)('an owner of the whole shop may make a %s', (role) => {
    expect(mayGiveStanding({ role: 'owner', pickupPointIds: null }, { role, pickupPointIds: null })).toBe(true)
  })

  test.each(roles.filter((role) => role !== 'owner'))('a %s makes nobody: they lack staff.write', (role) => {
    expect(mayGiveStanding({ role, pickupPointIds: null }, { role: 'clerk', pickupPointIds: [] })).toBe(false)
  })

  test('nobody gives a place they do not have themselves', () => {
    const local: Standing = { role: 'owner', pickupPointIds: [east] }
    expect(mayGiveStanding(local, { role: 'clerk', pickupPointIds: [east] })).toBe(true)
    expect(mayGiveStanding(local, { role: 'clerk', pickupPointIds: [west] })).toBe(false)
    expect(mayGiveStanding(local, { role: 'clerk', pickupPointIds: null })).toBe(false)
  })

  test('whoever is made holds nothing that their maker lacks', () => {
    fc.assert(
      fc.property(aStanding, aStanding, (maker, made) => {
        if (!mayGiveStanding(maker, made)) return
        const held: readonly string[] = permissionsOf[maker.role]
        expect(permissionsOf[made.role].every((permission) => held.includes(permission))).toBe(true)
        if (maker.pickupPointIds)
          expect(made.pickupPointIds?.every((id) => maker.pickupPointIds?.includes(id))).toBe(true)
      }),
    )
  })

  test('an owner always sees the whole shop', () => {
    expect(standingFor('owner', [east])).toEqual({ role: 'owner', pickupPointIds: null })
    expect(standingFor('clerk', [east])).toEqual({ role: 'clerk', pickupPointIds: [east] })
  })
})

describe('a lock', () => {
  const now = epochMs(1_800_000_000_000)
  test('holds for its time and ends at its instant', () => {
    expect(isLocked(later(now, LOCK_TIME), now)).toBe(true)
    expect(isLocked(now, now)).toBe(false)
    expect(isLocked(null, now)).toBe(false)
  })
})

describe('what the audit keeps of a change', () => {
  test('only what differs, before and after', () => {
    const before = { name: '周姐', role: 'clerk', places: ['a'], at: { x: 1, y: 2 } }
    const after = { name: '周姐', role: 'manager', places: ['a', 'b'], at: { y: 2, x: 1 } }
    expect(changedFields(before, after)).toEqual({
      before: { role: 'clerk', places: ['a'] },
      after: { role: 'manager', places: ['a', 'b'] },
    })
  })

  test('a field that came or went is a change', () => {
    expect(changedFields<{ a?: number; b?: number }>({ a: 1 }, { b: 2 })).toEqual({
      before: { a: 1, b: undefined },
      after: { a: undefined, b: 2 },
    })
  })

  test('nothing differs from its own copy', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        expect(changedFields(fields, JSON.parse(JSON.stringify(fields)) as typeof fields)).toEqual({
          before: {},
          after: {},
        })
      }),
    )
  })
})
