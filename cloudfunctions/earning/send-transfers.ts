/**
 * The clock brings approved transfers to WeChat and asks after those under way. A transfer is marked before WeChat is asked,
 * and its number makes asking twice harmless, so that a crash or a lost answer never pays twice.
 */
import { sql } from 'kysely'
import { confirmDeadline } from '@/domain/commission/clocks'
import { fen } from '@/domain/money'
import { epochMs, later, MINUTE } from '@/domain/time'
import type { TransferBill } from '../runtime/adapters/wechat-pay'
import { demoOpenid } from '../runtime/db/demo-ids'
import type { Deps } from '../runtime/deps'
import { eachDue, type Round } from '../runtime/each-due'
import { settleTransfer, type TransferOutcome } from './settle-transfer'

const BATCH = 20
/** WeChat answers in well under one. */
const PATIENCE = MINUTE

type Under = {
  readonly id: string
  readonly out_bill_no: string
  readonly leader_id: string
  readonly amount_fen: number
  readonly state: string
  readonly asked_at: Date | null
}

/** Newly approved ones first, then what is under way, by lot: a leader may take a day, and the others must have their turn. */
export const sendTransfers = async (deps: Deps): Promise<Round> => {
  const open = await deps.db
    .selectFrom('transfer')
    .select(['id', 'out_bill_no', 'leader_id', 'amount_fen', 'state', 'asked_at'])
    .where('store_id', '=', deps.storeId)
    .where('state', 'in', ['unsent', 'sending', 'awaiting-confirm'])
    .where((eb) => eb.or([eb('asked_at', 'is', null), eb('asked_at', '<', new Date(later(deps.now(), -PATIENCE)))]))
    .orderBy(sql`state <> 'unsent', random()`)
    .limit(BATCH)
    .execute()
  const byId = new Map(open.map((transfer) => [transfer.id, transfer]))
  return eachDue(deps, open, async (id: string) => {
    const transfer = byId.get(id)
    if (transfer) await push(deps, transfer)
  })
}

const push = (deps: Deps, transfer: Under): Promise<unknown> =>
  transfer.state === 'unsent' ? send(deps, transfer) : lookAfter(deps, transfer)

const send = async (deps: Deps, transfer: Under): Promise<void> => {
  if (await markAsked(deps, transfer.id, 'unsent')) await ask(deps, transfer)
}

/** False where another round was quicker. */
const markAsked = async (deps: Deps, id: string, from: 'unsent' | 'sending'): Promise<boolean> => {
  const result = await deps.db
    .updateTable('transfer')
    .set({ state: 'sending', asked_at: new Date(deps.now()) })
    .where('store_id', '=', deps.storeId)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

const ask = async (deps: Deps, transfer: Under): Promise<TransferOutcome> => {
  const { out_bill_no: outBillNo } = transfer
  const openid = await openidOf(deps, transfer.leader_id)
  if (openid === null) return askNobody(deps, outBillNo)
  const asked = await deps.pay.transfer({
    outBillNo,
    openid,
    amountFen: fen(transfer.amount_fen),
    remark: '团长佣金',
    report: { post: '社区团长', what: '团购服务佣金' },
    notifyUrl: deps.config.PAY_NOTICE_URL ?? `${deps.config.PUBLIC_URL}/notice/pay`,
  })
  if (asked.ok) return tell(deps, asked.value)
  deps.log.warn({ subject: transfer.id, outcome: asked.refusal.code }, 'a transfer was not taken')
  // filled up, the same transfer goes through; staff read why it waits
  if (asked.refusal.code === 'transfer.balance-short')
    return settleTransfer(deps, { outBillNo, status: 'processing', billNo: null, reason: 'NOT_ENOUGH' })
  // a no to a second asking may hide that the first was taken: only what WeChat doesn't know has failed
  const known = await deps.pay.queryTransfer(outBillNo)
  return known === 'unknown-transfer' ? failed(deps, outBillNo, asked.refusal.detail) : tell(deps, known)
}

const failed = (deps: Deps, outBillNo: string, reason: string): Promise<TransferOutcome> =>
  settleTransfer(deps, { outBillNo, status: 'failed', billNo: null, reason: reason.slice(0, 100) })

/** Its receiver has left the shop. What WeChat took before that is called back, or it would be paid and owed at once. */
const askNobody = async (deps: Deps, outBillNo: string): Promise<TransferOutcome> =>
  (await deps.pay.queryTransfer(outBillNo)) === 'unknown-transfer'
    ? failed(deps, outBillNo, 'NO_OPENID')
    : callBack(deps, outBillNo)

const tell = (deps: Deps, bill: TransferBill): Promise<TransferOutcome> => settleTransfer(deps, bill)

/** Asks how it stands; what WeChat never heard of, or whose slip for the phone got lost on the way, is asked for again. */
export const lookAfter = async (deps: Deps, transfer: Under): Promise<void> => {
  const bill = await deps.pay.queryTransfer(transfer.out_bill_no)
  if (transfer.state === 'sending' && (bill === 'unknown-transfer' || isWithoutSlip(bill))) {
    if (bill === 'unknown-transfer' && !(await markAsked(deps, transfer.id, 'sending'))) return
    await ask(deps, transfer)
    return
  }
  if (bill === 'unknown-transfer') throw new Error('WeChat forgot a transfer that was waiting for its receiver')
  const isLate = transfer.asked_at !== null && deps.now() >= confirmDeadline(epochMs(transfer.asked_at.getTime()))
  // WeChat closes it by itself some time after the day; called back, the rows are free for the next payout at once
  if (bill.status === 'waiting' && isLate) await callBack(deps, transfer.out_bill_no)
  else await tell(deps, bill)
}

const isWithoutSlip = (bill: TransferBill): boolean => bill.status === 'waiting' && bill.packageInfo === null

const callBack = async (deps: Deps, outBillNo: string): Promise<TransferOutcome> => {
  await deps.pay.cancelTransfer(outBillNo)
  const bill = await deps.pay.queryTransfer(outBillNo)
  return bill === 'unknown-transfer' ? 'unknown' : tell(deps, bill)
}

const openidOf = async (deps: Deps, leaderId: string): Promise<string | null> => {
  const member = await deps.db
    .selectFrom('member')
    .select('openid')
    .where('store_id', '=', deps.storeId)
    .where('id', '=', leaderId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return member ? (member.openid ?? (deps.config.isDemo ? demoOpenid(leaderId) : null)) : null
}
