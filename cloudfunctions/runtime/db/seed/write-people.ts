/** Members and leaders with their addresses, and the staff with their public passwords. */
import { HOUR, DAY, later } from '@/domain/time'
import { hashPassword } from '../../../staff/password'
import { demoColleagues, type DemoColleague } from '../../../staff/demo-people'
import { demoId, demoMemberId, demoOpenid } from '../demo-ids'
import type { Db, Trx } from '../connect'
import type { Deps } from '../../deps'
import { leaders } from './catalogue/people'
import { pickupPoints } from './catalogue/store'
import { fileUrl, levelOf, people, pickupPointId } from './demo-shop'
import { awayOf, homeOf } from './homes'
import { avatarFile } from './pictures/file-names'

/** They have been neighbours since before the first order. */
const JOINED = 70 * DAY

export const writeMembers = async (trx: Trx, { storeId, now }: Deps): Promise<void> => {
  await trx
    .insertInto('member')
    .values(
      people.map(({ name, nickname, phone }, i) => ({
        store_id: storeId,
        id: demoMemberId(name),
        openid: demoOpenid(demoMemberId(name)),
        name: nickname,
        avatar: fileUrl(avatarFile(name)),
        level: levelOf(name),
        is_leader: leaders.some((leader) => leader.name === name),
        phone,
        created_at: new Date(later(now(), -JOINED + i * 19 * HOUR)),
      })),
    )
    // WeChat checks names and pictures by openid; those who were there without one are given theirs
    .onConflict((c) =>
      c
        .columns(['store_id', 'id'])
        .doUpdateSet((eb) => ({ openid: eb.ref('excluded.openid') }))
        .where('member.openid', 'is', null)
        .where('member.deleted_at', 'is', null),
    )
    .execute()
  const usedAt = new Date(now())
  await trx
    .insertInto('address')
    .values(
      people.flatMap(({ name }) => {
        const away = awayOf(name)
        const row = { store_id: storeId, member_id: demoMemberId(name), used_at: usedAt }
        const home = { ...row, ...homeOf(name), id: demoId('adr', `${name}/home`), is_default: true }
        return away ? [home, { ...row, ...away, id: demoId('adr', `${name}/away`), is_default: false }] : [home]
      }),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

export type HashedColleague = DemoColleague & { readonly passwordHash: string }

/** Those who are not there yet, hashed before the transaction begins: a hash takes a fifth of a second. */
export const missingColleagues = async (db: Db, { storeId }: Deps): Promise<HashedColleague[]> => {
  const rows = await db.selectFrom('staff').select('username').where('store_id', '=', storeId).execute()
  const known = new Set(rows.map((row) => row.username))
  const missing: readonly DemoColleague[] = demoColleagues.filter(({ username }) => !known.has(username))
  return Promise.all(missing.map(async (each) => ({ ...each, passwordHash: await hashPassword(each.password) })))
}

export const writeStaff = async (
  trx: Trx,
  { storeId, now }: Deps,
  missing: readonly HashedColleague[],
): Promise<void> => {
  if (missing.length === 0) return
  const [nearest] = pickupPoints
  await trx
    .insertInto('staff')
    .values(
      missing.map(({ name, role, username, passwordHash, isLocal }) => ({
        store_id: storeId,
        id: demoId('stf', username),
        username,
        name,
        role,
        pickup_point_ids: isLocal && nearest ? [pickupPointId(nearest.slug)] : null,
        password_hash: passwordHash,
        created_at: new Date(later(now(), -JOINED)),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}
