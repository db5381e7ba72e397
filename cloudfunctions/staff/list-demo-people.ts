import type { staff } from '@/contract/staff'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { demoColleagues } from './demo-people'
import { storeName } from './staff.sql'

export const demoPeople: UseCase<typeof staff.demoPeople> = async (deps) => {
  const people = demoColleagues.map(({ name, role, username, password }) => ({ name, role, username, password }))
  return ok({ people: deps.config.isDemo ? people : [], storeName: await storeName(deps) })
}
