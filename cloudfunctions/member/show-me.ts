import type { member } from '@/contract/member'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { readMe } from './me.sql'

export const me: UseCase<typeof member.me> = async (deps, caller) => ok(await readMe(deps, caller.memberId))
