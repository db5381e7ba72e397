/** Tells WeChat that goods have left or stand ready; without it the money of the order stays frozen. Sends the present whole truth each time. */
import type { Parcel, Shipment } from '../runtime/adapters/wechat-api'
import { demoOpenid } from '../runtime/db/demo-ids'
import type { Deps } from '../runtime/deps'
import type { LetterHandler } from '../runtime/outbox'
import { readOrder, type OrderRecord } from '../order/order.sql'
import type { OrderId } from '@/domain/ids'

export const uploadShipping: LetterHandler = async (deps, letter) => {
  const order = await readOrder(deps, letter.subject as OrderId, null)
  if (!order) return
  const payer = await findPayer(deps, order.id)
  if (!payer) return
  const outcome = await deps.wechat.uploadShipping(shipmentOf(deps, order, payer))
  if (outcome === 'ok' || outcome.refused === 10060003) return
  throw new UploadRefused(outcome.refused)
}

/** 10060001: WeChat learns of a payment up to a minute late; the others need a person, who finds the dead letter. */
class UploadRefused extends Error {
  readonly giveUp: boolean
  constructor(readonly errcode: number) {
    super(`shipping upload refused: ${errcode}`)
    this.giveUp = errcode !== 10060001
  }
}

type Payer = { transactionId: string; openid: string }

const findPayer = async (deps: Deps, orderId: OrderId): Promise<Payer | null> => {
  const row = await deps.db
    .selectFrom('payment as p')
    .innerJoin('orders as o', (j) => j.onRef('o.store_id', '=', 'p.store_id').onRef('o.id', '=', 'p.order_id'))
    .leftJoin('member as m', (j) => j.onRef('m.store_id', '=', 'o.store_id').onRef('m.id', '=', 'o.member_id'))
    .select(['p.transaction_id as transactionId', 'm.openid', 'm.id as memberId'])
    .where('p.store_id', '=', deps.storeId)
    .where('p.order_id', '=', orderId)
    .where('p.state', '=', 'paid')
    .orderBy('p.paid_at')
    .executeTakeFirst()
  const openid = row?.openid ?? (deps.config.isDemo && row?.memberId ? demoOpenid(row.memberId) : null)
  return row?.transactionId && openid ? { transactionId: row.transactionId, openid } : null
}

const shipmentOf = (deps: Deps, order: OrderRecord, payer: Payer): Shipment => {
  const head = { order: { transactionId: payer.transactionId }, openid: payer.openid, uploadedAt: deps.now() }
  const [first, ...rest] = order.parcels.map((p): Parcel => parcelOf(order, p))
  if (order.deliveryKind === 'express' && first)
    return { ...head, kind: 'express', parcels: [first, ...rest], isComplete: order.fulfilment !== 'part-shipped' }
  return { ...head, kind: order.deliveryKind === 'pickup' ? 'pickup' : 'same-city', itemDesc: describe(order.lines) }
}

/** WeChat's own codes of express companies; the store's own courier never comes here. */
const companyCode: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sf: 'SF',
    jd: 'JDL',
    zto: 'ZTO',
    yto: 'YTO',
    sto: 'STO',
    yunda: 'YD',
    ems: 'EMS',
    jtexpress: 'JTSD',
    own: 'OTHERS',
  }),
)

const parcelOf = (order: OrderRecord, parcel: OrderRecord['parcels'][number]): Parcel => ({
  expressCompany: companyCode.get(parcel.carrier) ?? 'OTHERS',
  trackingNo: parcel.trackingNo,
  itemDesc: describe(
    parcel.lines.flatMap((part) => {
      const line = order.lines.find((l) => l.id === part.lineId)
      return line ? [{ title: line.title, quantity: part.quantity }] : []
    }),
  ),
  ...(order.buyerPhone ? { receiverPhone: order.buyerPhone } : {}),
})

const describe = (lines: readonly { title: string; quantity: number }[]): string =>
  lines.map((l) => `${l.title}×${l.quantity}`).join('，')
