import type { member } from '@/contract/member'
import { ok, refuse } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { deleteAddress, listAddresses } from './address.sql'

export const removeAddress: UseCase<typeof member.removeAddress> = async (deps, { memberId }, { id }) =>
  (await deleteAddress(deps, memberId, id))
    ? ok({ addresses: await listAddresses(deps.db, deps, memberId) })
    : refuse({ code: 'address.unknown' })
