/** A member's address book. Writers hold the member's row, so limit and default are decided one after the other. */
import type { AddressId, MemberId } from '@/domain/ids'
import type { AddressView } from '@/contract/member'
import type { Db, Trx } from '../runtime/db/connect'
import type { AddressSnapshot } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'

/** The default first, then the one used last. */
export const listAddresses = async (db: Db | Trx, deps: Deps, memberId: MemberId): Promise<AddressView[]> => {
  const rows = await db
    .selectFrom('address')
    .select(['id', 'name', 'phone', 'province', 'city', 'district', 'detail', 'is_default as isDefault'])
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .orderBy('is_default', 'desc')
    .orderBy('used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as AddressId }))
}

/** False if the member has left. */
export const lockMember = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<boolean> =>
  (await trx
    .selectFrom('member')
    .select('id')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', memberId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()) !== undefined

/** Before another one becomes it: `address_one_default` is looked at row by row. */
export const clearDefault = async (trx: Trx, deps: Deps, memberId: MemberId): Promise<void> => {
  await trx
    .updateTable('address')
    .set({ is_default: false })
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .where('is_default', '=', true)
    .execute()
}

export type AddressFields = AddressSnapshot & { readonly isDefault: boolean }

export const writeAddress = async (
  trx: Trx,
  deps: Deps,
  memberId: MemberId,
  id: AddressId,
  { isDefault, ...address }: AddressFields,
): Promise<void> => {
  const fields = { ...address, is_default: isDefault, used_at: new Date(deps.now()) }
  await trx
    .insertInto('address')
    .values({ store_id: deps.storeId, id, member_id: memberId, ...fields })
    .onConflict((c) => c.columns(['store_id', 'id']).doUpdateSet(fields).where('address.member_id', '=', memberId))
    .execute()
}

/** False if the member has no such address. */
export const deleteAddress = async (deps: Deps, memberId: MemberId, id: AddressId): Promise<boolean> => {
  const { numDeletedRows } = await deps.db
    .deleteFrom('address')
    .where('store_id', '=', deps.storeId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
