import type { member } from '@/contract/member'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listAddresses } from './address.sql'

export const addresses: UseCase<typeof member.addresses> = async (deps, { memberId }) =>
  ok({ addresses: await listAddresses(deps.db, deps, memberId) })
