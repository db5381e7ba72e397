/** A payout of the past: proposed by the manager, let go by the owner, confirmed by the leader three hours later. */
import { splitPayout } from '@/domain/commission/split-payout'
import { HOUR, later, MINUTE, type EpochMs } from '@/domain/time'
import type { Deps } from '../../../deps'
import type { Trx } from '../../connect'
import { demoId, demoMemberId } from '../../demo-ids'
import type { RowsInMind } from './rows-in-mind'

export type PastPayout = {
  readonly leader: string
  /** `approved`: a few minutes before the demo opens, so that the clock brings it to WeChat. */
  readonly end: 'proposed' | 'approved' | 'paid'
  /** When the demo opens. */
  readonly opensAt: EpochMs
}

const CHECKED_AFTER = 20 * MINUTE
const CONFIRMED_AFTER = 3 * HOUR
const JUST_NOW = 4 * MINUTE

/** What was payable then; nobody is paid who had nothing. */
export const payOut = async (
  trx: Trx,
  past: Deps,
  rows: RowsInMind,
  { leader, end, opensAt }: PastPayout,
  turnTo: (at: EpochMs) => void,
): Promise<void> => {
  const leaderId = demoMemberId(leader)
  const owed = rows.all().filter(({ earning }) => earning.leaderId === leaderId && earning.state === 'payable')
  const { transfers, amountFen } = splitPayout(owed.map(({ earning }) => earning))
  if (transfers.length === 0) return
  const proposedAt = past.now()
  const checkedAt = end === 'approved' ? later(opensAt, -JUST_NOW) : later(proposedAt, CHECKED_AFTER)
  const endedAt = later(checkedAt, CONFIRMED_AFTER)
  const payoutId = past.newId('pyo')
  const date = (at: EpochMs, isThere: boolean): Date | null => (isThere ? new Date(at) : null)
  await trx
    .insertInto('payout')
    .values({
      ...{ store_id: past.storeId, id: payoutId, leader_id: leaderId, amount_fen: amountFen },
      state: end === 'paid' ? 'finished' : end,
      maker_id: demoId('stf', 'manager'),
      checker_id: end === 'proposed' ? null : demoId('stf', 'owner'),
      proposed_at: new Date(proposedAt),
      decided_at: date(checkedAt, end !== 'proposed'),
      finished_at: date(endedAt, end === 'paid'),
    })
    .execute()
  for (const [at, { earningIds, amountFen: sumFen }] of transfers.entries()) {
    await trx
      .insertInto('payout_row')
      .values(
        earningIds.map((id) => ({
          ...{ store_id: past.storeId, payout_id: payoutId, earning_id: id, transfer_no: at + 1 },
          amount_fen: owed.find(({ earning }) => earning.id === id)?.earning.amountFen ?? 0,
        })),
      )
      .execute()
    if (end === 'proposed') continue
    const transferId = past.newId('trf')
    await trx
      .insertInto('transfer')
      .values({
        ...{ store_id: past.storeId, id: transferId, payout_id: payoutId, leader_id: leaderId, amount_fen: sumFen },
        out_bill_no: transferId.replace('_', ''),
        state: end === 'paid' ? 'paid' : 'unsent',
        asked_at: date(later(checkedAt, MINUTE), end === 'paid'),
        ended_at: date(endedAt, end === 'paid'),
        created_at: new Date(checkedAt),
      })
      .execute()
    turnTo(checkedAt)
    for (const id of earningIds) rows.move(id, { kind: 'sent', transferId })
    if (end !== 'paid') continue
    turnTo(later(checkedAt, MINUTE))
    for (const id of earningIds) rows.move(id, { kind: 'confirm-asked' })
    turnTo(endedAt)
    for (const id of earningIds) rows.move(id, { kind: 'transfer-paid' })
  }
}
