/** The leader says yes to a transfer in WeChat within a day; the truth of it comes by notice or by asking. */
import type { earning as contract } from '@/contract/earning'
import { confirmDeadline } from '@/domain/commission/clocks'
import type { MemberId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { ok, refuse } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { transferView, type TransferRow } from './payout-rows.sql'
import { lookAfter } from './send-transfers'

const unknown = () => refuse({ code: 'transfer.unknown' as const })

const findOwn = (deps: Deps, memberId: MemberId, transferId: TransferId): Promise<TransferRow | undefined> =>
  deps.db
    .selectFrom('transfer')
    .selectAll()
    .where('store_id', '=', deps.storeId)
    .where('id', '=', transferId)
    .where('leader_id', '=', memberId)
    .executeTakeFirst()

export const confirmTransfer: UseCase<typeof contract.confirmTransfer> = async (deps, { memberId }, { transferId }) => {
  const transfer = await findOwn(deps, memberId, transferId)
  if (!transfer) return unknown()
  const { state, package_info, asked_at } = transfer
  if (state !== 'awaiting-confirm' || package_info === null || asked_at === null)
    return refuse({ code: 'transfer.over', state })
  const confirmUntilAt = confirmDeadline(epochMs(asked_at.getTime()))
  if (deps.now() >= confirmUntilAt) return refuse({ code: 'transfer.over', state: 'lapsed' })
  return ok({
    package: package_info,
    merchantId: deps.config.PAY_MERCHANT_ID ?? '',
    appId: deps.config.WECHAT_APP_ID,
    amountFen: fen(transfer.amount_fen),
    confirmUntilAt,
    standinUrl: deps.config.isDemo ? '/standin/wechat-pay/receive' : null,
  })
}

export const checkTransfer: UseCase<typeof contract.checkTransfer> = async (deps, { memberId }, { transferId }) => {
  const before = await findOwn(deps, memberId, transferId)
  if (!before) return unknown()
  if (before.state === 'sending' || before.state === 'awaiting-confirm') await lookAfter(deps, before)
  const now = await findOwn(deps, memberId, transferId)
  return now ? ok(transferView(now)) : unknown()
}
