import type { CallInput } from '@/contract/index'
import type { MemberId } from '@/domain/ids'
import { dataOf, openShop, refusalOf, type Shop } from '../support/functions'

let shop: Shop
let member: MemberId
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  member = await shop.aMember()
})

type Address = CallInput<'member', 'saveAddress'>['address']
const home: Address = {
  name: '林小满',
  phone: '13800002071',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 12 号',
}
const at = (detail: string): Address => ({ ...home, detail })
const save = (input: CallInput<'member', 'saveAddress'>, as = member) => shop.call('member', 'saveAddress', input, as)
const list = async (as = member) => dataOf(await shop.call('member', 'addresses', {}, as)).addresses

test('the first address is the default; another becomes it only where asked', async () => {
  const { savedId: first } = dataOf(await save({ address: at('1 号') }))
  const { savedId: second } = dataOf(await save({ address: at('2 号') }))
  expect((await list()).find((a) => a.isDefault)?.id).toBe(first)
  const { addresses } = dataOf(await save({ id: second, address: at('2 号'), isDefault: true }))
  expect(addresses.map((a) => [a.id, a.isDefault])).toEqual([
    [second, true],
    [first, false],
  ])
})

test('the same address typed twice stays one address', async () => {
  const { savedId } = dataOf(await save({ address: home }))
  expect(dataOf(await save({ address: home }))).toMatchObject({
    savedId,
    addresses: [{ id: savedId, isDefault: true }],
  })
})

test('twenty are enough: the next is refused, changing one is not', async () => {
  for (let i = 1; i <= 20; i++) await save({ address: at(`${i} 号`) })
  expect(refusalOf(await save({ address: at('21 号') }))).toEqual({ code: 'address.full', limit: 20 })
  const [some] = await list()
  expect((await save({ id: some?.id, address: at('新 1 号') })).ok).toBe(true)
  expect(await list()).toHaveLength(20)
})

test('somebody else’s address is unknown: it can be neither changed nor removed', async () => {
  const { savedId } = dataOf(await save({ address: home }))
  const other = await shop.aMember()
  expect(refusalOf(await save({ id: savedId, address: at('别处') }, other)).code).toBe('address.unknown')
  expect(refusalOf(await shop.call('member', 'removeAddress', { id: savedId }, other)).code).toBe('address.unknown')
  expect(await list()).toMatchObject([{ detail: home.detail }])
  expect(await list(other)).toEqual([])
})

test('a removed address is gone, and removing it again is unknown', async () => {
  const { savedId: id } = dataOf(await save({ address: home }))
  expect(dataOf(await shop.call('member', 'removeAddress', { id }, member)).addresses).toEqual([])
  expect(refusalOf(await shop.call('member', 'removeAddress', { id }, member)).code).toBe('address.unknown')
})

test.each<[string, object]>([
  ['a phone of ten digits', { ...home, phone: '1380000207' }],
  ['a phone with letters', { ...home, phone: "13800002071'" }],
  ['no city', { ...home, city: '' }],
  ['a house as long as a street', { ...home, detail: '号'.repeat(81) }],
  ['a smuggled owner', { ...home, member_id: 'mem_0000000000' }],
])('%s is refused and nothing is written', async (_what, address) => {
  const reply = await shop.send('member', { action: 'saveAddress', input: { address } }, member)
  expect(refusalOf(reply as { ok: false; refusal: { code: string } }).code).toBe('input.invalid')
  expect(await list()).toEqual([])
})
