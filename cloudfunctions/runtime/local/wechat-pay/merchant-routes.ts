/** The v3 paths a merchant calls. Every request is checked for its signature, every answer is signed. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type * as z from 'zod'
import type { Result } from '@/domain/result'
import type { Counter } from './counter'
import { answerHeaders, merchantChecker } from './merchant-signature'
import { closeOrder, findOrder, no, prepayOrder, type PayNo } from './orders'
import { askRefund } from './refunds'
import { askTransfer, findTransfer } from './transfers'
import {
  closeBody,
  orderAnswer,
  prepayBody,
  refundAnswer,
  refundBody,
  transferAnswer,
  transferBody,
  transferContent,
} from './wire'

type Numbered = { Params: { no: string }; Querystring: { mchid?: string } }

export const merchantRoutes = (counter: Counter) => (app: FastifyInstance, _: object, done: () => void) => {
  const { keys, ledger, faults, now } = counter
  const complaintOf = merchantChecker(keys)

  // The signature is over the bytes, so the body stays text until it has been checked.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body))

  app.addHook('onRequest', async (_request, reply) => {
    if (faults.get().api === 'hanging') reply.hijack()
  })
  app.addHook('preHandler', async (request, reply) => {
    const body = typeof request.body === 'string' ? request.body : ''
    const { authorization } = request.headers
    const complaint = complaintOf({ method: request.method, url: request.originalUrl, authorization, body })
    if (complaint !== null) return sayNo(reply, { status: 401, code: 'SIGN_ERROR', message: complaint })
    const { api } = faults.get()
    if (api === 'busy') return sayNo(reply, { status: 500, code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' })
    if (api === 'limited') return sayNo(reply, { status: 429, code: 'FREQUENCY_LIMITED', message: '频率超限' })
    return undefined
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { api } = faults.get()
    if (api === 'reply-lost') request.raw.socket.destroy()
    if (api !== 'unsigned') reply.headers(answerHeaders(keys, typeof payload === 'string' ? payload : ''))
    return payload
  })

  app.post('/v3/pay/transactions/jsapi', async (request, reply) => {
    const ask = parse(prepayBody, request.body)
    if (!ask.ok) return sayNo(reply, ask.refusal)
    if (ask.value.mchid !== keys.mchid || ask.value.appid !== keys.appid)
      return sayNo(reply, { status: 400, code: 'APPID_MCHID_NOT_MATCH', message: 'appid和mchid不匹配' })
    const prepaid = prepayOrder(ledger, ask.value, now())
    return prepaid.ok ? { prepay_id: prepaid.value.prepayId } : sayNo(reply, prepaid.refusal)
  })

  app.get<Numbered>('/v3/pay/transactions/out-trade-no/:no', async (request, reply) => {
    if (request.query.mchid !== keys.mchid) return sayNo(reply, OTHER_MERCHANT)
    const order = findOrder(ledger, request.params.no)
    return order.ok ? orderAnswer(keys, order.value) : sayNo(reply, order.refusal)
  })

  app.post<Numbered>('/v3/pay/transactions/out-trade-no/:no/close', async (request, reply) => {
    const ask = parse(closeBody, request.body)
    if (!ask.ok) return sayNo(reply, ask.refusal)
    if (ask.value.mchid !== keys.mchid) return sayNo(reply, OTHER_MERCHANT)
    const closed = closeOrder(ledger, request.params.no, faults.get().paying)
    return closed.ok ? reply.code(204).send() : sayNo(reply, closed.refusal)
  })

  app.post('/v3/refund/domestic/refunds', async (request, reply) => {
    const ask = parse(refundBody, request.body)
    if (!ask.ok) return sayNo(reply, ask.refusal)
    const asked = askRefund(ledger, ask.value, now(), faults.get().refund === 'short')
    if (!asked.ok) return sayNo(reply, asked.refusal)
    if (asked.value.isNew) counter.beginRefund(asked.value.refund)
    return refundAnswer(asked.value.refund)
  })

  app.get<Numbered>('/v3/refund/domestic/refunds/:no', async (request, reply) => {
    const refund = ledger.refunds.get(request.params.no)
    return refund
      ? refundAnswer(refund)
      : sayNo(reply, { status: 404, code: 'RESOURCE_NOT_EXISTS', message: '退款单不存在' })
  })

  app.post('/v3/fund-app/mch-transfer/transfer-bills', async (request, reply) => {
    const ask = parse(transferBody, request.body)
    if (!ask.ok) return sayNo(reply, ask.refusal)
    if (ask.value.appid !== keys.appid)
      return sayNo(reply, { status: 400, code: 'PARAM_ERROR', message: 'appid和mchid不匹配' })
    const asked = askTransfer(ledger, ask.value, now(), faults.get().transfer === 'short')
    return asked.ok ? transferAnswer(asked.value) : sayNo(reply, asked.refusal)
  })

  app.get<Numbered>('/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/:no', async (request, reply) => {
    const transfer = findTransfer(ledger, request.params.no, now())
    return transfer ? transferContent(keys, transfer) : sayNo(reply, NO_SUCH_TRANSFER)
  })

  app.post<Numbered>('/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/:no/cancel', async (request, reply) => {
    const known = findTransfer(ledger, request.params.no, now())
    if (!known) return sayNo(reply, NO_SUCH_TRANSFER)
    const cancelled = counter.cancelTransfer(known.outBillNo) ?? (known.state === 'CANCELLED' ? known : null)
    return cancelled
      ? transferAnswer(cancelled)
      : sayNo(reply, { status: 400, code: 'INVALID_REQUEST', message: '当前单据状态不支持撤销' })
  })
  done()
}

const NO_SUCH_TRANSFER: PayNo = { status: 404, code: 'NOT_FOUND', message: '记录不存在' }
const OTHER_MERCHANT: PayNo = { status: 400, code: 'PARAM_ERROR', message: '商户号与签名商户号不一致' }

const parse = <S extends z.ZodType>(shape: S, body: unknown): Result<z.output<S>, PayNo> => {
  const json = jsonOf(body)
  const parsed = shape.safeParse(json)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  return no(
    400,
    'PARAM_ERROR',
    `输入源“/body/${issue?.path.join('/') ?? ''}”映射到值字段规则校验失败：${issue?.message ?? ''}`,
  )
}

const jsonOf = (body: unknown): unknown => {
  try {
    return JSON.parse(String(body))
  } catch {
    return null
  }
}

const sayNo = (reply: FastifyReply, { status, code, message }: PayNo) => reply.code(status).send({ code, message })
