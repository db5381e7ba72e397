/** The open API's paths. Each call is recorded with its answer, so that a test, or a page, can see what the shop said. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { EpochMs } from '@/domain/time'
import type { FindPayment, WechatBooks } from './books'
import { drawUnlimited, type CodeRules } from './codes'
import { checkMedia, checkText, type MediaEvent } from './content-check'
import type { IdentityDesk } from './identity'
import { sendMessage } from './messages'
import { sayNo, type Say } from './say'
import { riskRank } from './risk-rank'
import { setUserNotify } from './service-cards'
import { uploadShipping } from './shipping'
import type { tokenDesk } from './tokens'
import { createActivity, setUpdatable } from './updatable'

export type OpenCall = { at: EpochMs; path: string; body: unknown; errcode: number }
export type OpenApiDesk = {
  appId: string
  books: WechatBooks
  tokens: ReturnType<typeof tokenDesk>
  identity: IdentityDesk
  codes: CodeRules
  /** Whether cards that count up may be told that it is over. */
  takesOver: boolean
  now(): EpochMs
  findPayment: FindPayment
  record(call: OpenCall): void
  push(event: MediaEvent): void
  /** The error code that the next call of this path gets, if a test asked for one. */
  takeFailure(path: string): number | undefined
}

type Query = Record<string, string | undefined>
type Answer = (body: unknown, query: Query) => Say | Promise<Say | Buffer>

export const openApiRoutes = (desk: OpenApiDesk) => (app: FastifyInstance, _: object, done: () => void) => {
  const { appId, books, tokens, identity, now, findPayment } = desk

  const route = (method: 'GET' | 'POST', path: string, answer: Answer, needsToken = true) =>
    app.route<{ Querystring: Query }>({
      method,
      url: path,
      handler: async (request, reply) => {
        const { access_token: token, ...query } = request.query
        const failure = desk.takeFailure(path)
        const complaint =
          failure !== undefined ? sayNo(failure, 'as ordered') : needsToken ? tokens.complaintOf(token) : null
        const said = complaint ?? (await answer(request.body, query))
        const errcode = Buffer.isBuffer(said) ? 0 : (said.errcode ?? 0)
        desk.record({ at: now(), path, body: request.body ?? query, errcode })
        return send(reply, said)
      },
    })

  route('POST', '/cgi-bin/stable_token', (body) => tokens.give(body), false)
  route('GET', '/sns/jscode2session', (_body, query) => identity.session(query), false)
  route('POST', '/wxa/business/getuserphonenumber', (body) => identity.phone(body))
  route('POST', '/wxa/getwxacodeunlimit', (body) => drawUnlimited(body, desk.codes))
  route('POST', '/wxa/msg_sec_check', (body) => checkText(body))
  route('POST', '/wxa/media_check_async', (body) => checkMedia(body, appId, now(), desk.push))
  route('POST', '/wxa/getuserriskrank', (body) => riskRank(body, appId))
  route('POST', '/wxa/sec/order/upload_shipping_info', (body) => uploadShipping(books, findPayment, body))
  route('POST', '/cgi-bin/message/subscribe/send', (body) => sendMessage(books, body))
  route('POST', '/wxa/set_user_notify', (body) => setUserNotify(books, findPayment, body, now()))
  route('GET', '/cgi-bin/message/wxopen/activityid/create', (_body, { openid }) =>
    createActivity(books, openid ?? null, now()),
  )
  route('POST', '/cgi-bin/message/wxopen/updatablemsg/send', (body) => setUpdatable(books, body, now(), desk.takesOver))
  done()
}

const send = (reply: FastifyReply, said: Say | Buffer) =>
  Buffer.isBuffer(said) ? reply.type('image/png').send(said) : reply.type('application/json; charset=utf-8').send(said)
