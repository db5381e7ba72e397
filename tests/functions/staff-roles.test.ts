/** Every act of the staff × every role, written out: who may is answered, who may not is told which permission is missing. */
import type { Contract } from '@/contract/define'
import type { FunctionName } from '@/contract/index'
import { staff } from '@/contract/staff'
import { staffCatalog } from '@/contract/staff-catalog'
import { staffOrder } from '@/contract/staff-order'
import { staffStore } from '@/contract/staff-store'
import { roles, type Role } from '@/domain/staff/roles'
import { openShop, type Shop } from '../support/functions'
import type { StaffSeat } from '../support/shop/builders'

const everybody: readonly Role[] = roles
const readers = ['owner', 'manager', 'operations', 'customer-service', 'warehouse', 'auditor'] as const

/** The rule in the words of the shop: which role may do what. A new act without a line here fails the test below. */
const mayDo: Record<string, readonly Role[]> = {
  'staff.signOut': everybody,
  'staff.me': everybody,
  'staff.changePassword': everybody,
  'staff.list': ['owner', 'manager', 'auditor'],
  'staff.save': ['owner'],
  'staff.resetPassword': ['owner'],
  'staff.audit': ['owner', 'manager', 'auditor'],
  'staff-catalog.products': readers,
  'staff-catalog.product': readers,
  'staff-catalog.categories': readers,
  'staff-catalog.saveProduct': ['owner', 'manager', 'operations'],
  'staff-catalog.setStatus': ['owner', 'manager', 'operations'],
  'staff-catalog.uploadPicture': ['owner', 'manager', 'operations'],
  'staff-catalog.saveCategory': ['owner', 'manager', 'operations'],
  'staff-catalog.arrangeCategories': ['owner', 'manager', 'operations'],
  'staff-catalog.stock': readers,
  'staff-catalog.movements': readers,
  'staff-catalog.adjustStock': ['owner', 'manager', 'operations', 'warehouse'],
  'staff-store.settings': readers,
  'staff-store.deliveryTemplates': readers,
  'staff-store.pickupPoints': readers,
  'staff-store.homeBlocks': readers,
  'staff-store.saveSettings': ['owner', 'manager', 'operations'],
  'staff-store.saveDeliveryTemplate': ['owner', 'manager', 'operations'],
  'staff-store.removeDeliveryTemplate': ['owner', 'manager', 'operations'],
  'staff-store.savePickupPoint': ['owner', 'manager', 'operations'],
  'staff-store.saveHomeBlocks': ['owner', 'manager', 'operations'],
}

const contracts = { staff, 'staff-catalog': staffCatalog, 'staff-store': staffStore } satisfies Partial<
  Record<FunctionName, Contract>
>
const acts = Object.entries(contracts).flatMap(([fn, contract]) =>
  Object.entries(contract as Contract)
    .filter(([, action]) => String(action.who).startsWith('staff'))
    .map(([action]) => ({ fn: fn as keyof typeof contracts, action, name: `${fn}.${action}` })),
)

let shop: Shop
let seats: Record<Role, () => Promise<StaffSeat>>
beforeAll(async () => {
  shop = await openShop()
  seats = Object.fromEntries(roles.map((role) => [role, () => shop.aStaff({ role })])) as typeof seats
})
afterAll(() => shop.close())

type Reply = { ok: boolean; refusal?: { code: string; permission?: string } }

test('the table names every act of these doors, and no other', () => {
  expect(acts.map((act) => act.name).sort()).toEqual(Object.keys(mayDo).sort())
})

test('orders are behind permissions too: no act of theirs is open to a bare session', () => {
  for (const [name, action] of Object.entries(staffOrder))
    expect([name, String(action.who)]).toEqual([name, expect.stringMatching(/^staff:/)])
})

describe.each(roles)('%s', (role) => {
  // input that no act takes: permission is asked before the input is read, so nothing is ever written
  test.each(acts)('$name', async ({ fn, action, name }) => {
    const reply = (await shop.send(fn, { action, input: { nonsense: true } }, await seats[role]())) as Reply
    if (mayDo[name]?.includes(role)) expect(reply.refusal?.code).toBe('input.invalid')
    else expect(reply).toEqual({ ok: false, refusal: { code: 'role.required', permission: expect.any(String) } })
  })
})

test.each(acts)('a stranger, a member and a forged cookie get nowhere: $name', async ({ fn, action }) => {
  const member = await shop.aMember()
  const forged: StaffSeat = { ...(await seats.owner()), cookie: 'x'.repeat(43) }
  for (const as of ['stranger', 'timer', member, { openid: 'o-somebody' }, forged] as const) {
    const reply = (await shop.send(fn, { action, input: {}, staffId: 'x', role: 'owner' }, as)) as Reply
    expect(reply).toEqual({ ok: false, refusal: { code: 'sign-in.required' } })
  }
})
