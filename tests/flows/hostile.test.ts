/**
 * Every function × every action × everything a hostile client can send. Driven by the contracts, so a new action is
 * tried from the day it is there. Garbage is refused with a code and writes nothing; a fault is never an answer.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { hashPassword } from '../../cloudfunctions/staff/password'
import type { Door } from '../support/hostile/contracts'
import { everyAction } from '../support/hostile/contracts'
import { examplesOf } from '../support/hostile/example'
import { spoil } from '../support/hostile/spoil'
import { anExpressOrder, aPaidOrder, aPlacedOrder } from '../support/shop/buying'
import { aCampaign, anOpenGroup } from '../support/shop/group-buying'
import { aCode, aCoupon, aFlashSlot, aTemplate } from '../support/shop/deals'
import { openShop, type As, type Shop } from '../support/functions'

let shop: Shop
let me: As
let owner: As
/** Things that exist: some my own, some of somebody else. */
let ids: string[]
let others: string[]

const OPENID = 'o-secret-of-xiaomei'

/** An id of nothing for every kind: for what this shop has none of, and to see which actions take an order or an address. */
const nothings = [
  ...['ord', 'adr', 'sku', 'prd', 'pup', 'cat', 'dlv', 'mem', 'stf', 'oln', 'ref'],
  ...['gcp', 'grp', 'fls', 'acp', 'ast', 'cpn', 'ctp', 'prm', 'msg'],
  ...['com', 'hov', 'pyo', 'sal', 'scn', 'trf'],
].map((kind) => `${kind}_0000000000aa`)

beforeAll(async () => {
  shop = await openShop()
  const memberId = await shop.aMember({ openid: OPENID, name: '小美' })
  const addressId = await shop.anAddress(memberId)
  const staff = await shop.aStaff({ name: '林晓禾', username: 'linxiaohe' })
  const password_hash = await hashPassword('a password of the tests', { log2N: 4, r: 8, p: 1 })
  await shop.deps.db.updateTable('staff').set({ password_hash }).execute()
  const [placed, paid, express] = [await aPlacedOrder(shop), await aPaidOrder(shop), await anExpressOrder(shop)]
  const campaign = await aCampaign(shop)
  const [opener] = await anOpenGroup(shop, campaign)
  const template = await shop.aDeliveryTemplate()
  const stranger = await shop.aMember({ openid: 'o-secret-of-lili' })
  const [templateId, couponId] = [await aTemplate(shop), await aCoupon(shop, memberId)]
  await aCode(shop, templateId, 'ABCDEFGH23456789')
  const flashSlotId = await aFlashSlot(shop, campaign)
  others = [placed.orderId, paid.orderId, express.orderId, opener?.orderId ?? '', await shop.anAddress(stranger)]
  const [line] = await shop.deps.db.selectFrom('order_line').select('id').limit(1).execute()
  const [category] = await shop.deps.db.selectFrom('category').select('id').limit(1).execute()
  ids = [
    addressId,
    campaign.skuId,
    campaign.productId,
    campaign.campaignId,
    opener?.groupId ?? '',
    placed.pickupPointId,
    template,
    category?.id ?? '',
    memberId,
    staff.staffId,
    line?.id ?? '',
    ...[templateId, couponId, flashSlotId],
  ]
  ;[me, owner] = [memberId, staff]
})
afterAll(() => shop.close())

const speakers = (action: Door['action']): As =>
  action.who === 'timer' ? 'timer' : action.who.startsWith('staff') ? owner : me

/** Everything that is stored, as one number; the clock of the last visit is not anybody's doing. */
const stored = async (): Promise<Record<string, string>> => {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(shop.deps.db)
  const parts: [string, string][] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number; all: string | null }>`
      select count(*)::int as n, string_agg(to_jsonb(t)::text, '|' order by to_jsonb(t)::text) as all
      from ${sql.table(name)} as t`.execute(shop.deps.db)
    const [row] = rows
    parts.push([
      name,
      `${row?.n} ${createHash('md5')
        .update(row?.all ?? '')
        .digest('hex')}`,
    ])
  }
  return Object.fromEntries(parts)
}

type Said = { ok?: boolean; refusal?: { code?: unknown }; fault?: { code?: unknown } }

/** What is wrong with a reply, or null. */
const complaint = (reply: Said, mustRefuse: boolean): string | null => {
  const text = JSON.stringify(reply)
  if (/o-secret|openid|node_modules|\.ts:\d|\bat [\w.]+ \(|select .* from /i.test(text))
    return `tells too much: ${text}`
  if (reply.fault) return `fault ${String(reply.fault.code)}`
  if (reply.ok === true) return mustRefuse ? `ok: ${text.slice(0, 200)}` : null
  return typeof reply.refusal?.code === 'string' ? null : `neither ok nor a refusal: ${text.slice(0, 200)}`
}

const inputsOf = ({ action }: Door) =>
  examplesOf(action.input, [...ids, ...others, ...nothings]).flatMap((example) => spoil(example))
const titled = everyAction.map((door) => [`${door.fn}.${door.name}`, door] as const)

describe('what no schema lets through is refused with a code, and nothing is written', () => {
  test.each(titled)('%s', async (_title, door) => {
    const before = await stored()
    const complaints: string[] = []
    let tried = 0
    for (const { where, what, input } of inputsOf(door)) {
      if (door.action.input.safeParse(input ?? {}).success) continue
      tried++
      const event = { action: door.name, input, userInfo: { openId: 'o-forged' }, caller: { memberId: 'mem_0' } }
      const said = complaint((await shop.send(door.fn, event, speakers(door.action))) as Said, true)
      if (said) complaints.push(`${where} = ${what}: ${said}`)
    }
    expect(complaints).toEqual([])
    expect(tried).toBeGreaterThan(10)
    expect(await stored()).toEqual(before)
  })
})

describe('hostile words in the place of words are words: an answer or a refusal, never a fault', () => {
  test.each(titled)('%s', async (_title, door) => {
    const complaints: string[] = []
    for (const { where, what, input } of inputsOf(door)) {
      if (!door.action.input.safeParse(input ?? {}).success) continue
      const said = complaint(
        (await shop.send(door.fn, { action: door.name, input }, speakers(door.action))) as Said,
        false,
      )
      if (said) complaints.push(`${where} = ${what}: ${said}`)
    }
    expect(complaints).toEqual([])
  })
})

const isOwned = ({ action }: Door): boolean =>
  action.who === 'member' && /"(ord|adr)_/.test(JSON.stringify(examplesOf(action.input, nothings)))

describe('what belongs to somebody else is unknown to a member', () => {
  test.each(titled.filter(([, door]) => isOwned(door)))('%s', async (_title, door) => {
    const before = await stored()
    const examples = examplesOf(door.action.input, [...others, ...ids, ...nothings])
    const inputs = examples.filter((example) => others.some((id) => JSON.stringify(example).includes(id)))
    for (const input of inputs) {
      const reply = await shop.send(door.fn, { action: door.name, input }, me)
      expect(reply).toMatchObject({ ok: false, refusal: { code: expect.stringMatching(/\.unknown$/) } })
    }
    expect(inputs.length).toBeGreaterThan(0)
    expect(await stored()).toEqual(before)
  })
})

describe('who may not ask is refused, whatever the event says about them', () => {
  test.each(titled.filter(([, { action }]) => action.who !== 'anyone'))('%s', async (_title, door) => {
    const before = await stored()
    const [input] = examplesOf(door.action.input, [...ids, ...others, ...nothings])
    const forged = { openid: OPENID, userInfo: { openId: OPENID }, memberId: me, role: 'owner', source: 'timer' }
    const strangers: As[] = [
      'stranger',
      ...(door.action.who === 'member' ? [owner] : [me]),
      ...(door.action.who === 'timer' ? [owner] : ['timer' as const]),
    ]
    for (const as of strangers) {
      const reply = await shop.send(door.fn, { ...forged, action: door.name, input }, as)
      expect(reply).toEqual({ ok: false, refusal: expect.objectContaining({ code: expect.any(String) }) })
      expect(complaint(reply as Said, true)).toBeNull()
    }
    expect(await stored()).toEqual(before)
  })
})
