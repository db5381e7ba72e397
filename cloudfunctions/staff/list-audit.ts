import type { staff } from '@/contract/staff'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { auditPage } from './audit.sql'

export const listAudit: UseCase<typeof staff.audit> = async (deps, caller, filter) =>
  ok(await auditPage(deps, caller, filter))
