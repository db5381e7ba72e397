/** Communities as the staff look after them: pausing, closing, loosening a group, handing over in place of a leader who is gone. */
import { sql } from 'kysely'
import type { StaffCommunityView, staffCommunity } from '@/contract/staff-community'
import type { PickupPointView } from '@/contract/views'
import { communityActsFor, moveCommunity, type CommunityNo } from '@/domain/community/community'
import type { CommunityId, MemberId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { epochMs } from '@/domain/time'
import { untieGroup } from '../community/bind-group'
import { groupKey } from '../community/community-view'
import { endOpenOffer, writeOffer } from '../community/hand-over'
import { changeCommunity, lockCommunity, type LockedCommunity } from '../community/lock-community'
import { stateChange } from '../community/move-community'
import { handOverOffer, offersSql, type OfferRow } from '../community/offer.sql'
import { audit } from '../runtime/audit'
import type { Deps } from '../runtime/deps'
import { pointJson } from '../runtime/pickup-point.sql'
import type { UseCase } from '../runtime/serve'
import {
  communityColumns,
  communityRow,
  countCommunities,
  listCommunities,
  type CommunityRecord,
} from './community-row.sql'

type Unknown = { code: 'community.unknown' }

export const communities: UseCase<typeof staffCommunity.communities> = async (deps, _caller, input) => {
  const [rows, counts] = await Promise.all([listCommunities(deps, input), countCommunities(deps, input)])
  return ok({ rows: rows.map(communityRow), total: counts[input.state], counts })
}

export const openCommunity: UseCase<typeof staffCommunity.community> = async (deps, _caller, { communityId }) =>
  reopened(deps, communityId)

const reopened = async (deps: Deps, communityId: CommunityId): Promise<Result<StaffCommunityView, Unknown>> => {
  const view = await readCommunity(deps, communityId)
  return view ? ok(view) : refuse({ code: 'community.unknown' })
}

type More = CommunityRecord & {
  readonly note: string
  readonly runningSales: number
  readonly pickupPoints: readonly PickupPointView[] | null
  readonly boundGroups: readonly { opengid: string; boundAt: number }[] | null
  readonly history: readonly { from: string; to: string; state: string; at: number }[] | null
}

const readCommunity = async (deps: Deps, communityId: CommunityId): Promise<StaffCommunityView | null> => {
  const [found, offers, heirs] = await Promise.all([
    sql<More>`
      select ${communityColumns}, c.note,
        (select count(*)::int from sale s where s.store_id = c.store_id and s.community_id = c.id
          and s.state in ('open', 'closed', 'picking', 'delivered')) as "runningSales",
        (select json_agg(${sql.raw(pointJson)} order by p.position, p.id)
          from pickup_point p where p.store_id = c.store_id and p.id = any(c.pickup_point_ids)) as "pickupPoints",
        (select json_agg(json_build_object('opengid', g.opengid, 'boundAt', (extract(epoch from g.bound_at) * 1000)::bigint)
            order by g.bound_at) from community_group g where g.store_id = c.store_id and g.community_id = c.id) as "boundGroups",
        (select json_agg(json_build_object('from', coalesce(f.name, ''), 'to', coalesce(t.name, ''), 'state', h.state,
            'at', (extract(epoch from coalesce(h.ended_at, h.offered_at)) * 1000)::bigint) order by h.offered_at desc)
          from community_hand_over h
          left join member f on f.store_id = h.store_id and f.id = h.from_id
          left join member t on t.store_id = h.store_id and t.id = h.to_id
          where h.store_id = c.store_id and h.community_id = c.id) as history
      from community c where c.store_id = ${deps.storeId} and c.id = ${communityId}`.execute(deps.db),
    deps.database.run<{ offers: OfferRow[] | null }>(offerStatement, [deps.storeId, communityId]),
    readHeirs(deps, communityId),
  ])
  const row = found.rows[0]
  if (!row) return null
  const offer = offers[0]?.offers?.[0]
  return {
    ...communityRow(row),
    note: row.note,
    acts: communityActsFor(row, 'staff'),
    pickupPoints: row.pickupPoints ?? [],
    boundGroups: (row.boundGroups ?? []).map((g) => ({ key: groupKey(g.opengid), boundAt: epochMs(g.boundAt) })),
    offer: offer ? handOverOffer(offer) : null,
    history: (row.history ?? []).map((past) => ({ ...past, at: epochMs(past.at) })),
    heirs,
  }
}

const offerStatement = {
  name: 'staff-community.offer',
  text: `select (${offersSql('h.community_id = $2')}) as offers`,
}

/** Approved leaders, whether they are neighbours there or not: staff may hand over to anybody who may lead. */
const readHeirs = async (deps: Deps, communityId: CommunityId): Promise<StaffCommunityView['heirs']> => {
  const { rows } = await sql<{ memberId: MemberId; name: string }>`
    select l.member_id as "memberId", m.name from leader l
    join member m on m.store_id = l.store_id and m.id = l.member_id and m.deleted_at is null
    where l.store_id = ${deps.storeId} and l.state = 'approved'
      and l.member_id <> (select leader_id from community where store_id = ${deps.storeId} and id = ${communityId})
    order by m.name, l.member_id limit 100`.execute(deps.db)
  return rows
}

export const moveByStaff: UseCase<typeof staffCommunity.moveCommunity> = async (
  deps,
  caller,
  { communityId, act, reason },
) => {
  const moved = await deps.db.transaction().execute(async (trx): Promise<Result<true, Unknown | CommunityNo>> => {
    const before = await lockCommunity(trx, deps, communityId)
    if (!before) return refuse({ code: 'community.unknown' })
    const after = moveCommunity(before, act, 'staff')
    if (!after.ok) return after
    await changeCommunity(trx, deps, before, stateChange(after.value, 'staff'))
    await audit(trx, deps, caller, {
      action: `community.${act}`,
      ...subjectOf(before),
      before: { communityState: before.state },
      after: { communityState: after.value, reason },
    })
    return ok(true)
  })
  return moved.ok ? reopened(deps, communityId) : moved
}

const subjectOf = ({ id, name }: LockedCommunity) => ({ subject: id, subjectName: name })

export const unbindByStaff: UseCase<typeof staffCommunity.unbindGroup> = async (deps, caller, { communityId, key }) => {
  const untied = await deps.db.transaction().execute(async (trx): Promise<Result<true, Unknown>> => {
    const found = await lockCommunity(trx, deps, communityId)
    if (!found) return refuse({ code: 'community.unknown' })
    await untieGroup(trx, deps, found, key)
    await audit(trx, deps, caller, {
      action: 'community.unbind-group',
      ...subjectOf(found),
      before: { groups: found.groups },
    })
    return ok(true)
  })
  return untied.ok ? reopened(deps, communityId) : untied
}

export const offerByStaff: UseCase<typeof staffCommunity.offer> = async (deps, caller, { communityId, toId }) => {
  const offered = await deps.db.transaction().execute(async (trx) => {
    const written = await writeOffer(trx, deps, communityId, toId, 'staff')
    if (written.ok) await audit(trx, deps, caller, { action: 'community.offer', subject: communityId, after: { toId } })
    return written
  })
  return offered.ok ? reopened(deps, communityId) : offered
}

/** Whoever made it, its leader or the staff. The lock decides between this and the answer of who was asked. */
export const withdrawByStaff: UseCase<typeof staffCommunity.withdrawOffer> = async (
  deps,
  caller,
  { communityId, handOverId },
) => {
  type No = Unknown | { code: 'hand-over.unknown' }
  const withdrawn = await deps.db.transaction().execute(async (trx): Promise<Result<true, No>> => {
    const found = await lockCommunity(trx, deps, communityId)
    if (!found) return refuse({ code: 'community.unknown' })
    if (found.offer?.id !== handOverId) return refuse({ code: 'hand-over.unknown' })
    const toId = await endOpenOffer(trx, deps, found, handOverId)
    await audit(trx, deps, caller, { action: 'community.withdraw-offer', ...subjectOf(found), before: { toId } })
    return ok(true)
  })
  return withdrawn.ok ? reopened(deps, communityId) : withdrawn
}
