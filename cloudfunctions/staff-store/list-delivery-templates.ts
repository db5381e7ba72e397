import type { staffStore } from '@/contract/staff-store'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listTemplates } from './delivery-template.sql'

export const deliveryTemplates: UseCase<typeof staffStore.deliveryTemplates> = async (deps) =>
  ok({ templates: await listTemplates(deps.db, deps) })
