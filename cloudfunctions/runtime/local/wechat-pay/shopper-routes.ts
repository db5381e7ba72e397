/**
 * The shopper's side, which the real WeChat Pay has no HTTP for: the pay sheet (what it shows, and the tap), and the
 * switches for things that go wrong. Mounted on loopback only.
 */
import { createPublicKey } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { fitsLines } from '../../adapters/wechat-pay/signature'
import type { Counter } from './counter'
import type { Courier } from './courier'
import { faultsShape } from './faults'
import { payableOrder } from './orders'
import { transferOfPackage } from './transfers'

const phoneParams = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})
const payBody = z.strictObject({
  prepayId: z.string(),
  outcome: z.enum(['success', 'cancel', 'fail']),
  /** What the shop gave the page for `wx.requestPayment`; its signature is checked as the WeChat app would. */
  params: phoneParams.optional(),
})
const receiveBody = z.strictObject({ packageInfo: z.string().min(1), outcome: z.enum(['success', 'cancel']) })
const controlBody = z.strictObject({
  faults: faultsShape.partial().optional(),
  reset: z.literal(true).optional(),
  release: z.enum(['in-order', 'reversed']).optional(),
  resend: z.string().optional(),
  settleRefunds: z.literal(true).optional(),
})

export const shopperRoutes =
  (counter: Counter, courier: Courier) => (app: FastifyInstance, _: object, done: () => void) => {
    const { keys, ledger, faults, now } = counter
    const merchantKey = createPublicKey(keys.merchant.publicKey)

    app.get<{ Params: { prepayId: string } }>('/sheet/:prepayId', async (request, reply) => {
      const order = payableOrder(ledger, request.params.prepayId, now())
      if (!order.ok) return reply.code(409).send({ code: order.refusal.code, message: order.refusal.message })
      const { outTradeNo, description, amountFen, expiresAt } = order.value
      return { outTradeNo, description, amountFen, expiresAt }
    })

    app.post('/pay', async (request, reply) => {
      const body = payBody.safeParse(request.body)
      if (!body.success) return reply.code(400).send({ outcome: 'fail', errMsg: 'requestPayment:fail parameter error' })
      const { prepayId, outcome, params } = body.data
      const isSigned =
        !params ||
        (params.package === `prepay_id=${prepayId}` &&
          fitsLines(merchantKey, params.paySign, keys.appid, params.timeStamp, params.nonceStr, params.package))
      if (!isSigned) return { outcome: 'fail', errMsg: 'requestPayment:fail 支付验证签名失败' }
      return counter.pay(prepayId, outcome)
    })

    /** What the receiver of a merchant transfer sees before saying yes. */
    app.get<{ Params: { packageInfo: string } }>('/transfer/:packageInfo', async (request, reply) => {
      const transfer = transferOfPackage(ledger, request.params.packageInfo, now())
      if (transfer?.state !== 'WAIT_USER_CONFIRM') return reply.code(409).send({ state: transfer?.state ?? null })
      const { amountFen, remark, createdAt } = transfer
      return { amountFen, remark, createdAt }
    })

    app.post('/receive', async (request, reply) => {
      const body = receiveBody.safeParse(request.body)
      if (!body.success)
        return reply.code(400).send({ outcome: 'fail', errMsg: 'requestMerchantTransfer:fail parameter error' })
      return counter.receive(body.data.packageInfo, body.data.outcome)
    })

    app.get('/control', async () => ({
      faults: faults.get(),
      orders: ledger.orders.all(),
      refunds: ledger.refunds.all(),
      transfers: ledger.transfers.all(),
      deliveries: courier.deliveries,
    }))

    app.post('/control', async (request, reply) => {
      const body = controlBody.safeParse(request.body)
      if (!body.success) return reply.code(400).send({ issues: body.error.issues })
      const { reset, release, resend, settleRefunds } = body.data
      if (reset) faults.reset()
      if (body.data.faults) faults.set(definedOnly(body.data.faults))
      if (settleRefunds) counter.settleRefunds()
      if (resend !== undefined && !counter.resend(resend)) return reply.code(404).send({ unknown: resend })
      if (release) await courier.release(release)
      return { faults: faults.get() }
    })
    done()
  }

/** zod writes an absent key of a partial as `T | undefined`; here absent and undefined mean the same. */
const definedOnly = <T extends object>(some: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as never
