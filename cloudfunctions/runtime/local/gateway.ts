/**
 * `POST /cloud/<function>`: an HTTP request becomes a call, with the platform's limits. Who calls is read from the
 * session, the staff cookie or, behind CloudBase Run, from the headers that only the platform can set; never from the body.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FunctionName } from '@/contract/index'
import type { Ingress } from '../caller'
import { hostContext, type Host } from '../host'
import { callFromBody, httpReply, ingressFromHttp } from '../http'
import type { Main } from '../serve'
import { isFunctionName, openDoor } from './doors'
import { ADDRESS_RATE, SESSION_RATE, type RateLimit } from './rate-limit'
import { within } from './within'

export type GatewayOptions = {
  readonly host: Host
  /** Behind CloudBase Run: `X-WX-OPENID` counts where `X-WX-SOURCE` stands beside it. The service must not be public. */
  readonly container: boolean
  readonly limit: RateLimit | null
}

const MAX_IN = 100 * 1024
const MAX_OUT = 1024 * 1024
/** A function's time in CloudBase, as its config.json sets it. */
const CALL_TIME_MS = 20_000

type Params = { Params: { name: string }; Body: string }

export const gateway =
  ({ host, container, limit }: GatewayOptions) =>
  (app: FastifyInstance, _: object, done: () => void): void => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MAX_IN }, (_request, body, parsed) =>
      parsed(null, body),
    )
    app.setErrorHandler((error: { code?: string }, request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return send(reply, '', refused({ code: 'request.too-large' }))
      host.log.error({ requestId: request.id, err: error }, 'fault')
      return send(reply, '', fault('internal', request.id))
    })

    app.post<Params>('/cloud/:name', async (request, reply) => {
      const { name } = request.params
      if (!isFunctionName(name)) return send(reply, name, refused({ code: 'function.unknown' }), 404)
      const ingress = ingressOf(request, container)
      const waitMs = limit ? tooFast(limit, ingress) : 0
      if (waitMs > 0) return send(reply, name, refused({ code: 'request.too-many', retryAfterMs: waitMs }))
      const call = callFromBody(request.body ?? '')
      if (!call) return send(reply, name, refused({ code: 'input.invalid', issues: [{ path: '', code: 'not-json' }] }))
      const main = await door(name)
      // only the two fields of a call go in: an event can't pass for one of the platform's own
      const event = { action: call.action, input: call.input }
      const answer = await within(CALL_TIME_MS, main(event, hostContext(host, ingress)), () => {
        host.log.error({ requestId: ingress.requestId, function: name }, 'call out of time')
        return fault('busy', ingress.requestId)
      })
      return send(reply, name, answer)
    })

    const send = (reply: FastifyReply, name: string, answer: unknown, status?: number): FastifyReply => {
      const { body, headers, status: usual } = httpReply(name, answer, false)
      reply.headers(headers).code(status ?? usual)
      if (body.length <= MAX_OUT || Buffer.byteLength(body) <= MAX_OUT) return reply.send(body)
      host.log.error({ requestId: reply.request.id, function: name, bytes: body.length }, 'reply too large')
      return reply.code(500).send(JSON.stringify(fault('internal', reply.request.id)))
    }
    done()
  }

const doors = new Map<FunctionName, Main>()
const door = async (name: FunctionName): Promise<Main> => {
  const open = doors.get(name) ?? (await openDoor(name))
  doors.set(name, open)
  return open
}

const refused = (refusal: { code: string; [fact: string]: unknown }) => ({ ok: false, refusal })
const fault = (code: 'internal' | 'busy', requestId: string) => ({
  ok: false,
  fault: { code, requestId, retryable: code === 'busy' },
})

const ingressOf = ({ headers, ip, id }: FastifyRequest, container: boolean): Ingress => {
  const ingress = ingressFromHttp(headers, ip, id)
  const { 'x-wx-source': source, 'x-wx-openid': openid, 'x-original-forwarded-for': from } = headers
  if (!container || typeof source !== 'string' || source === '' || typeof openid !== 'string' || openid === '')
    return ingress
  return { ...ingress, source: 'wechat', openid, clientIp: typeof from === 'string' ? from : ip }
}

const tooFast = (limit: RateLimit, { bearer, staffCookie, openid, clientIp }: Ingress): number => {
  const session = bearer ?? staffCookie ?? openid
  const wait = session ? limit(`session:${session}`, SESSION_RATE) : 0
  return wait > 0 ? wait : limit(`address:${clientIp}`, ADDRESS_RATE)
}

export const newRequestId = (): string => randomUUID()
