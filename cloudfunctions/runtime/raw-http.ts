/** Raw HTTP into a function: WeChat's notices, where every byte of the body counts. The event is the one of CloudBase's gateway. */
import type { Logger } from 'pino'
import type { Deps } from './deps'
import { isUnavailable } from './db/errors'
import type { RawReply, RawRequest, Routes } from './serve'

/** The gateway's event. Header names come in any case. */
export type RawEvent = {
  readonly httpMethod: string
  readonly path: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly queryStringParameters?: unknown
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

export const isRawEvent = (event: unknown): event is RawEvent =>
  typeof event === 'object' &&
  event !== null &&
  typeof (event as RawEvent).httpMethod === 'string' &&
  typeof (event as RawEvent).path === 'string'

export const headersOf = ({ headers = {} }: RawEvent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([name, value]) => [name.toLowerCase(), value]),
  )

export const bodyOf = ({ body = '', isBase64Encoded = false }: RawEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body

const requestOf = (event: RawEvent): RawRequest => ({
  path: event.path,
  headers: headersOf(event),
  body: bodyOf(event),
})

/** Hands a raw request to its route. A fault is logged and answered 5xx, which makes WeChat send the notice again. */
export const answerRaw = async (routes: Routes, deps: Deps, log: Logger, event: RawEvent): Promise<RawReply> => {
  const route = Object.hasOwn(routes, event.path) ? routes[event.path] : undefined
  if (!route || event.httpMethod !== 'POST') return { status: 404, body: '' }
  try {
    return await route(deps, requestOf(event))
  } catch (error) {
    log.error({ requestId: deps.requestId, path: event.path, err: error }, 'fault')
    return { status: isUnavailable(error) ? 503 : 500, body: '' }
  }
}
