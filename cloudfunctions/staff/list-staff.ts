import type { staff } from '@/contract/staff'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listStaff } from './staff.sql'

export const list: UseCase<typeof staff.list> = async (deps) => ok({ staff: await listStaff(deps.db, deps) })
