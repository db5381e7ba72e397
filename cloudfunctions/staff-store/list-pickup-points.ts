import type { staffStore } from '@/contract/staff-store'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { listPoints } from './pickup-point.sql'

export const pickupPoints: UseCase<typeof staffStore.pickupPoints> = async (deps, { pickupPointIds }) =>
  ok({ points: await listPoints(deps.db, deps, pickupPointIds) })
