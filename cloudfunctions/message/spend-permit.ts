/** A message takes the permission it goes out under, at most one however often it is tried, and gives it back where WeChat took none. */
import { emptyPermit, returnPermit, usePermit } from '@/domain/message/permit'
import type { Deps } from '../runtime/deps'
import { entriesOf, lockPermit, writePermit, type Owner } from './permit.sql'

/** False where none is left. A try that was broken off holds its permission still. */
export const takePermit = (deps: Deps, owner: Owner, messageId: string): Promise<boolean> =>
  deps.db.transaction().execute(async (trx) => {
    const permit = await lockPermit(trx, deps, owner)
    const [last] = await entriesOf(trx, deps, owner, messageId)
    if (last?.kind === 'used') return true
    const left = usePermit(permit)
    if (!left) return false
    await writePermit(trx, deps, owner, left, { kind: 'used', sourceId: messageId })
    return true
  })

export const givePermitBack = (deps: Deps, owner: Owner, messageId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const permit = await lockPermit(trx, deps, owner)
    const [last] = await entriesOf(trx, deps, owner, messageId)
    if (last?.kind !== 'used') return
    await writePermit(trx, deps, owner, returnPermit(permit), { kind: 'returned', sourceId: messageId })
  })

/** WeChat says 43101: whatever else was counted, there is none. */
export const noPermitLeft = (deps: Deps, owner: Owner, messageId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const permit = await lockPermit(trx, deps, owner)
    await writePermit(trx, deps, owner, emptyPermit(permit), { kind: 'empty', sourceId: messageId })
  })
