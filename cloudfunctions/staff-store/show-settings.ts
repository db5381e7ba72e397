import type { staffStore } from '@/contract/staff-store'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readSettings } from './settings.sql'

export const settings: UseCase<typeof staffStore.settings> = async (deps) => ok(await readSettings(deps.db, deps))
