/** Raw HTTP that the platform's gateway would route onto a function: WeChat Pay's notices. */
import type { FastifyInstance } from 'fastify'
import { hostContext, type Host } from '../host'
import { ingressFromHttp } from '../http'
import type { RawEvent } from '../raw-http'
import type { RawReply } from '../serve'
import { openDoor } from './doors'

const routes = [{ path: '/notice/pay', name: 'payment' }] as const

export const rawRoutes =
  (host: Host) =>
  (app: FastifyInstance, _: object, done: () => void): void => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body))
    for (const { path, name } of routes) {
      app.post<{ Body: string }>(path, async (request, reply) => {
        const event: RawEvent = {
          httpMethod: 'POST',
          path,
          headers: request.headers,
          body: request.body ?? '',
          isBase64Encoded: false,
        }
        const main = await openDoor(name)
        const ingress = ingressFromHttp(request.headers, request.ip, request.id)
        const answer = (await main(event, hostContext(host, ingress))) as RawReply
        reply.code(answer.status).type(answer.contentType ?? 'text/plain; charset=utf-8')
        return reply.send(answer.status === 204 ? undefined : answer.body)
      })
    }
    done()
  }
