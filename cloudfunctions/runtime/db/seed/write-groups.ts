/** The demo's campaigns, and with the past also its groups: seats, cards that were handed on, and work that is still to do. */
import type { Insertable } from 'kysely'
import { DAY, dayStart, HOUR, later, MINUTE, SECOND, type EpochMs } from '@/domain/time'
import { groupChangedLetters } from '../../../group-buy/card-letters'
import type { GroupId } from '@/domain/ids'
import type { Deps } from '../../deps'
import { letterRow } from '../../outbox'
import { demoMemberId } from '../demo-ids'
import type { Trx } from '../connect'
import type { Tables } from '../tables'
import { campaigns, type DemoCampaign } from './catalogue/campaigns'
import { inChunks } from './chunks'
import { agedId, people, productId } from './demo-shop'
import { chanceFrom, type Chance } from './history/chance'
import { campaignId, pricesOf, type GroupShare, type ToldGroup } from './history/group-rows'

/** A campaign that is there stays as staff left it; `groups` are those that were written with it. */
export const writeCampaigns = async (
  trx: Trx,
  { storeId, now }: Deps,
  groups: readonly ToldGroup[] = [],
): Promise<void> => {
  const today = dayStart(now())
  const rows = await trx
    .insertInto('group_campaign')
    .values(campaigns.map((campaign) => campaignRow(storeId, campaign, today)))
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  const added = new Set(rows.map(({ id }) => id))
  const prices = campaigns
    .filter(({ slug }) => added.has(campaignId(slug)))
    .flatMap((campaign) =>
      pricesOf(campaign).map(({ id, priceFen, share }) => ({
        store_id: storeId,
        campaign_id: campaignId(campaign.slug),
        sku_id: id,
        price_fen: priceFen,
        stock_share: share,
        taken: takenOf(groups, campaignId(campaign.slug), id),
      })),
    )
  if (prices.length > 0) await trx.insertInto('group_price').values(prices).execute()
}

const campaignRow = (
  storeId: string,
  { slug, name, product, size, minSize, lifeHours, perPerson, mostPieces, status, days: [from, until] }: DemoCampaign,
  today: EpochMs,
): Insertable<Tables['group_campaign']> => {
  const at = new Date(later(today, Math.min(from - 1, -1) * DAY + 15 * HOUR))
  return {
    store_id: storeId,
    id: campaignId(slug),
    name,
    product_id: productId(product),
    size,
    min_size: minSize,
    life_minutes: lifeHours * 60,
    per_person: perPerson,
    most_pieces: mostPieces,
    status,
    starts_at: new Date(later(today, from * DAY)),
    ends_at: new Date(later(today, until * DAY)),
    version: 1,
    created_at: at,
    updated_at: at,
  }
}

/** What seats that are kept or paid hold of the campaign's share. */
const takenOf = (groups: readonly ToldGroup[], campaign: string, sku: string): number =>
  groups
    .filter(({ group }) => group.campaign_id === campaign)
    .flatMap(({ seats, orders }) => seats.map((seat, i) => ({ seat, line: orders[i]?.lines[0] })))
    .filter(({ seat, line }) => line?.sku_id === sku && (seat.state === 'reserved' || seat.state === 'confirmed'))
    .reduce((sum, { seat }) => sum + seat.pieces, 0)

export const writeGroups = async (trx: Trx, deps: Deps, groups: readonly ToldGroup[]): Promise<void> => {
  await trx
    .insertInto('group_buy')
    .values(groups.map(({ group }) => group))
    .execute()
  await inChunks(
    groups.flatMap(({ seats }) => seats),
    (rows) => trx.insertInto('group_seat').values(rows).execute(),
  )
  const shares = groups.flatMap(({ share }) => share ?? [])
  await trx
    .insertInto('share')
    .values(shares.map((share) => shareRow(deps, share)))
    .execute()
  await inChunks(opens(deps, chanceFrom(55_021), shares), (rows) => trx.insertInto('share_open').values(rows).execute())
  await inChunks(letters(deps, groups), (rows) => trx.insertInto('outbox').values(rows).execute())
}

const shareRow = ({ storeId }: Deps, { code, sharer, product, groupId, channel, day, at }: GroupShare) => ({
  store_id: storeId,
  code,
  member_id: demoMemberId(sharer),
  product_id: productId(product),
  group_id: groupId,
  channel,
  day,
  created_at: new Date(at),
})

/** Everybody who joined had opened the card, and a few more who only looked. 1007 chat, 1008 group. */
const opens = ({ storeId, now }: Deps, chance: Chance, shares: readonly GroupShare[]) =>
  shares.flatMap(({ code, at, openedBy, sharer }): Insertable<Tables['share_open']>[] => {
    const lookers = people.filter(({ name }) => name !== sharer && !openedBy.includes(name))
    const looked = Array.from({ length: chance.between(2, 7) }, () =>
      chance.next() < 0.5 ? chance.pick(lookers).name : null,
    )
    return [...openedBy, ...looked].map((who, i) => {
      const openedAt = Math.min(later(at, chance.between(1, 9) * MINUTE + i * SECOND), now()) as EpochMs
      return {
        store_id: storeId,
        id: agedId('sop', openedAt, `${code}-${i}`),
        code,
        member_id: who && demoMemberId(who),
        scene: chance.pick([1007, 1008, 1008]),
        at: new Date(openedAt),
      }
    })
  })

/** Cards of live groups come before those of the shelf; the refund that was given up waits for somebody of the staff. */
const letters = (deps: Deps, groups: readonly ToldGroup[]) => [
  ...groups
    .filter(({ group }) => group.state === 'open')
    .flatMap(({ group }) => groupChangedLetters(deps, group.id as GroupId)),
  ...groups.flatMap(({ stuck, group }) =>
    stuck.map((refundId) => ({
      ...letterRow(deps, { topic: 'refund.send', subject: refundId }),
      state: 'dead' as const,
      attempts: 12,
      last_error: 'wechat-pay: FREQUENCY_LIMITED',
      created_at: group.ended_at ?? new Date(deps.now()),
    })),
  ),
]
