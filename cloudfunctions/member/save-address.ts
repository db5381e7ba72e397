/** Adds an address or changes one. The same address typed twice stays one address. */
import type { AddressView, member } from '@/contract/member'
import type { AddressId } from '@/domain/ids'
import { ADDRESS_LIMIT, isDefaultAddress } from '@/domain/member/address-book'
import { ok, refuse } from '@/domain/result'
import type { AddressSnapshot } from '../runtime/db/tables'
import type { UseCase } from '../runtime/serve'
import { clearDefault, listAddresses, lockMember, writeAddress } from './address.sql'
import { gone } from './me.sql'

const fields = ['name', 'phone', 'province', 'city', 'district', 'detail'] as const

const twinOf = (known: readonly AddressView[], address: AddressSnapshot): AddressView | undefined =>
  known.find((other) => fields.every((field) => other[field] === address[field]))

export const saveAddress: UseCase<typeof member.saveAddress> = (deps, { memberId }, { id, address, isDefault }) =>
  deps.db.transaction().execute(async (trx) => {
    if (!(await lockMember(trx, deps, memberId))) return gone(memberId)
    const known = await listAddresses(trx, deps, memberId)
    const twin = twinOf(known, address)
    const old = id === undefined ? twin : known.find((other) => other.id === id)
    if (id !== undefined && !old) return refuse({ code: 'address.unknown' })
    if (!old && known.length >= ADDRESS_LIMIT) return refuse({ code: 'address.full', limit: ADDRESS_LIMIT })
    const savedId: AddressId = old?.id ?? deps.newId('adr')
    const others = known.length - (old ? 1 : 0)
    const keepsDefault = id === undefined && old?.isDefault === true
    const willBeDefault = keepsDefault || isDefaultAddress(isDefault, others)
    if (willBeDefault) await clearDefault(trx, deps, memberId)
    await writeAddress(trx, deps, memberId, savedId, { ...address, isDefault: willBeDefault })
    return ok({ addresses: await listAddresses(trx, deps, memberId), savedId })
  })
