/** CloudBase's HTTP gateway in front of a function: an integration request in, an integration response out. */
import { callFromBody, httpReply, ingressFromHttp } from '../http'
import type { Host, Receivers } from '../host'
import { answerRaw, bodyOf, headersOf, type RawEvent } from '../raw-http'
import type { Routes } from '../serve'
import type { RequestContext } from './request-context'

export type GatewayReply = { statusCode: number; headers: Record<string, string>; body: string }

const MAX_BODY = 100 * 1024

type Seen = Pick<RequestContext, 'clientIp' | 'functionName'> & { requestId: string }

export const answerGateway = async (
  host: Host,
  event: RawEvent,
  seen: Seen,
  { call, routes }: Receivers,
): Promise<GatewayReply> => {
  const headers = headersOf(event)
  const body = bodyOf(event)
  const ingress = ingressFromHttp(headers, seen.clientIp, seen.requestId)
  const asked = callFromBody(body)
  const route = routeOf(routes, event.path, asked !== null && 'action' in asked)
  if (route !== null) {
    const raw = await answerRaw(routes, host.depsFor(ingress), host.log, { ...event, path: route })
    return {
      statusCode: raw.status,
      headers: { 'content-type': raw.contentType ?? 'text/plain; charset=utf-8' },
      body: raw.body,
    }
  }
  const name = seen.functionName ?? ''
  const reply =
    Buffer.byteLength(body) > MAX_BODY
      ? { ok: false, refusal: { code: 'request.too-large' } }
      : await call(asked ?? {}, ingress)
  const { status, ...rest } = httpReply(name, reply, true)
  return { statusCode: status, ...rest }
}

/** The path as asked, or what is left of it below the gateway's trigger path: then the function's only route is meant. */
const routeOf = (routes: Routes, path: string, isCall: boolean): string | null => {
  if (Object.hasOwn(routes, path)) return path
  const [only, ...others] = Object.keys(routes)
  const isRoot = path === '' || path === '/'
  return only !== undefined && others.length === 0 && isRoot && !isCall ? only : null
}
