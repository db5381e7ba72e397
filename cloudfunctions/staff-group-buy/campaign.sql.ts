/** One campaign: its terms as they stand, and how many of its groups are filling. */
import { sql } from 'kysely'
import type { Picture } from '@/contract/views'
import type { CampaignStatus } from '@/domain/group-buy/campaign'
import type { GroupCampaignId, ProductId } from '@/domain/ids'
import { epochMs, type EpochMs } from '@/domain/time'
import type { Db, Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'

export type CampaignRecord = {
  id: GroupCampaignId
  version: number
  name: string
  status: CampaignStatus
  productId: ProductId
  size: number
  minSize: number | null
  lifeMinutes: number
  perPerson: number
  mostPieces: number
  startsAt: EpochMs
  endsAt: EpochMs
}

const columns = sql`c.id, c.version, c.name, c.status, c.product_id as "productId", c.size, c.min_size as "minSize",
  c.life_minutes as "lifeMinutes", c.per_person as "perPerson", c.most_pieces as "mostPieces",
  c.starts_at as "startsAt", c.ends_at as "endsAt"`

type Dated<T> = Omit<T, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }

const inTime = <T extends CampaignRecord>(row: Dated<T> | undefined): T | null =>
  row
    ? ({ ...row, startsAt: epochMs(row.startsAt.getTime()), endsAt: epochMs(row.endsAt.getTime()) } as unknown as T)
    : null

/** Whoever changes a campaign locks it first; the prices follow. */
export const lockCampaign = async (trx: Trx, deps: Deps, campaignId: GroupCampaignId): Promise<CampaignRecord | null> =>
  inTime(
    (
      await sql<Dated<CampaignRecord>>`
        select ${columns} from group_campaign c where c.store_id = ${deps.storeId} and c.id = ${campaignId} for update`.execute(
        trx,
      )
    ).rows[0],
  )

export type OpenCampaign = CampaignRecord & {
  title: string
  picture: Picture | null
  openGroups: number
}

export const findCampaign = async (
  db: Db | Trx,
  deps: Deps,
  campaignId: GroupCampaignId,
): Promise<OpenCampaign | null> =>
  inTime(
    (
      await sql<Dated<OpenCampaign>>`
        select ${columns}, p.title, p.pictures -> 0 as picture, (
          select count(*)::int from group_buy where store_id = c.store_id and campaign_id = c.id and state = 'open'
        ) as "openGroups"
        from group_campaign c
        join product p on p.store_id = c.store_id and p.id = c.product_id
        where c.store_id = ${deps.storeId} and c.id = ${campaignId}`.execute(db)
    ).rows[0],
  )
