import type { staff } from '@/contract/staff'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readMe } from './staff.sql'

export const me: UseCase<typeof staff.me> = async (deps, caller) => ok(await readMe(deps.db, deps, caller.staffId))
