/**
 * The demo's leaders and communities, and with the past also their group sales: chains with masked neighbours, tiers that
 * were reached, bags that were handed over, a card in the chat and an order written down for somebody without phone pay.
 */
import type { Insertable } from 'kysely'
import { pickupCode, readPickupCode } from '@/domain/pickup/code'
import { DAY, dayText, epochMs, HOUR, later, MINUTE } from '@/domain/time'
import type { OrderId } from '@/domain/ids'
import { pickupKeysOf, signWith } from '../../../sale/pickup-keys'
import type { Deps } from '../../deps'
import type { Trx } from '../connect'
import { demoMemberId, demoOpenid } from '../demo-ids'
import type { Tables } from '../tables'
import { communities } from './catalogue/sales'
import { neighbours } from './catalogue/neighbours'
import { leaders } from './catalogue/people'
import { inChunks } from './chunks'
import { agedId, pickupPointId } from './demo-shop'
import { codeOf } from './history/shares'
import { communityId, saleId, type ToldSale } from './history/sale-rows'

/** Leaders and communities that are there stay as they were made. */
export const writeCommunities = async (trx: Trx, deps: Deps): Promise<void> => {
  const { storeId, now } = deps
  const daysAgo = (days: number): Date => new Date(later(now(), -days * DAY))
  await trx
    .insertInto('member')
    .values(
      neighbours.map(({ name, nickname, phone }, i) => ({
        ...{ store_id: storeId, id: demoMemberId(name), openid: demoOpenid(demoMemberId(name)), name: nickname, phone },
        created_at: new Date(later(now(), -60 * DAY + i * 23 * HOUR)),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('leader')
    .values(
      leaders.map(({ name, building, words }) => ({
        ...{ store_id: storeId, member_id: demoMemberId(name), state: 'approved' as const },
        ...{ since_at: daysAgo(67), applied_at: daysAgo(69), neighbourhood: `梧桐里 ${building}`, intro: words },
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('community')
    .values(
      communities.map(({ slug, leader, name, note, point, age }) => ({
        ...{
          store_id: storeId,
          id: communityId(slug),
          leader_id: demoMemberId(leader),
          name,
          note,
          state: 'active' as const,
        },
        ...{ pickup_point_ids: [pickupPointId(point)], created_at: daysAgo(age), updated_at: daysAgo(age) },
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('community_member')
    .values(
      communities.flatMap(({ slug, members, age }) =>
        members.map((name, i) => {
          const at = new Date(later(now(), Math.round((-age + (age * i) / (members.length + 1)) * DAY)))
          return {
            ...{ store_id: storeId, community_id: communityId(slug), member_id: demoMemberId(name) },
            ...{ state: 'joined' as const, joined_at: at, since_at: at },
          }
        }),
      ),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('community_group')
    .values(
      communities.map(({ slug, leader, age }) => ({
        ...{ store_id: storeId, opengid: `tGdemo${slug}0000000000`, community_id: communityId(slug) },
        ...{ bound_by: demoMemberId(leader), bound_at: daysAgo(age - 0.1) },
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** After the orders in them. */
export const writeSales = async (trx: Trx, deps: Deps, sales: readonly ToldSale[]): Promise<void> => {
  const all = <T>(rows: (told: ToldSale) => readonly T[]): T[] => sales.flatMap(rows)
  await trx
    .insertInto('sale')
    .values(sales.map(({ sale }) => sale))
    .execute()
  await trx
    .insertInto('sale_line')
    .values(all(({ lines }) => lines))
    .execute()
  await inChunks(
    all(({ chain }) => chain),
    (rows) => trx.insertInto('sale_order').values(rows).execute(),
  )
  await inChunks(
    all(({ people }) => people),
    (rows) => trx.insertInto('sale_person').values(rows).execute(),
  )
  await inChunks(
    all(({ backs }) => backs),
    (rows) => trx.insertInto('tier_back').values(rows).execute(),
  )
  await inChunks(
    all((told) => scansOf(deps, told)),
    (rows) => trx.insertInto('hand_over_scan').values(rows).execute(),
  )
  await writeCard(trx, deps)
  await writeDraft(trx, deps)
}

/** Every bag that went was scanned from its neighbour's phone, with the code that was on it then. */
const scansOf = (deps: Deps, { sale, chain, demo }: ToldSale): Insertable<Tables['hand_over_scan']>[] => {
  const keyOf = pickupKeysOf(deps, sale.id)
  const [point] = demo.points
  return chain.flatMap(({ order_id, handed_at }) => {
    if (!handed_at || !sale.leader_id) return []
    const at = epochMs(handed_at.getTime())
    const orderId = order_id as OrderId
    const shown = readPickupCode(pickupCode(orderId, at, signWith(keyOf(orderId))))
    return [
      {
        ...{ store_id: deps.storeId, scan_id: agedId('scn', at, order_id), sale_id: sale.id, order_id },
        ...{ code_step: shown?.step ?? null, mac: shown?.mac ?? null, at: handed_at, arrived_at: handed_at },
        ...{ device: `demo-${demo.community}`, by_kind: 'leader' as const, by_id: sale.leader_id },
        pickup_point_id: point ? pickupPointId(point) : null,
      },
    ]
  })
}

const writeCard = async (trx: Trx, { storeId, now }: Deps): Promise<void> => {
  const at = later(now(), -6 * HOUR + 3 * MINUTE)
  const code = codeOf('afang:sunday-fresh:chat')
  await trx
    .insertInto('share')
    .values({
      ...{ store_id: storeId, code, member_id: demoMemberId('afang'), channel: 'chat', day: dayText(at) },
      ...{ created_at: new Date(at), community_id: communityId('afang'), sale_id: saleId('sunday-fresh') },
    })
    .execute()
  await trx
    .insertInto('share_open')
    .values(
      neighbours.slice(0, 30).map(({ name }, i) => {
        const openedAt = later(at, (2 + i * 9) * MINUTE)
        return {
          ...{ store_id: storeId, id: agedId('sop', openedAt, `${code}-${i}`), code, member_id: demoMemberId(name) },
          ...{ scene: 1008, at: new Date(openedAt) },
        }
      }),
    )
    .execute()
}

/** 阿芳 wrote it down at the door; 孙奶奶's daughter pays from far away. */
const writeDraft = async (trx: Trx, { storeId, now }: Deps): Promise<void> => {
  const sale = saleId('sunday-fresh')
  const goods = await trx
    .selectFrom('sale_line')
    .select('sku_id')
    .where('store_id', '=', storeId)
    .where('sale_id', '=', sale)
    .where('label', 'in', ['土鸡蛋', '菠菜'])
    .orderBy('position')
    .execute()
  await trx
    .insertInto('neighbour_draft')
    .values({
      ...{ store_id: storeId, code: codeOf('draft:sunday-fresh:1'), sale_id: sale, leader_id: demoMemberId('afang') },
      ...{
        for_name: '孙奶奶',
        note: '放我家，我带上去',
        pickup_point_id: pickupPointId('building-3'),
        state: 'open' as const,
      },
      basket: JSON.stringify(goods.map(({ sku_id }) => ({ skuId: sku_id, quantity: 1 }))),
      created_at: new Date(later(now(), -40 * MINUTE)),
    })
    .execute()
}
