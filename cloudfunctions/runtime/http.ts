/** A call over HTTP, the same in the local cloud and behind CloudBase's gateway: JSON in, JSON out, staff session in a cookie. */
import type { Ingress } from './caller'
import type { CallEvent } from './serve'

export const STAFF_COOKIE = 'quanji_staff'
/** A page of another site can't add this header without asking, so its forged form posts never reach a staff action. */
export const CSRF_HEADER = 'x-requested-with'
export const CSRF_VALUE = 'quanji-admin'

type Headers = Readonly<Record<string, string | string[] | undefined>>

const header = (headers: Headers, name: string): string | null => {
  const value = headers[name]
  return typeof value === 'string' ? value : null
}

export const ingressFromHttp = (headers: Headers, clientIp: string | null, requestId: string): Ingress => {
  const authorization = header(headers, 'authorization')
  const cookie = header(headers, 'cookie') ?? ''
  const token = new RegExp(`(?:^|;\\s*)${STAFF_COOKIE}=([\\w-]{20,100})`).exec(cookie)?.[1] ?? null
  return {
    source: 'http',
    openid: null,
    bearer: authorization?.startsWith('Bearer ') ? authorization.slice(7) : null,
    staffCookie: header(headers, CSRF_HEADER) === CSRF_VALUE ? token : null,
    clientIp,
    requestId,
  }
}

/** `null` where the body is not a JSON object. */
export const callFromBody = (body: string): CallEvent | null => {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const statusOf = (reply: unknown): number => {
  const r = reply as { ok?: boolean; refusal?: { code: string }; fault?: { code: string } }
  if (r.ok) return 200
  if (r.fault) return r.fault.code === 'busy' ? 503 : 500
  switch (r.refusal?.code) {
    case 'sign-in.required':
      return 401
    case 'role.required':
      return 403
    case 'request.too-large':
      return 413
    case 'request.too-many':
      return 429
    default:
      return 200
  }
}

export type HttpReply = { readonly status: number; readonly headers: Record<string, string>; readonly body: string }

/** A staff session in the reply moves into the cookie and never reaches the page. `isSecure` is true behind https. */
export const httpReply = (functionName: string, reply: unknown, isSecure: boolean): HttpReply => {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  }
  const data = (reply as { data?: { session?: unknown } }).data
  if (functionName === 'staff' && data && typeof data.session === 'string') {
    const age = data.session === '' ? 0 : 12 * 3600
    headers['set-cookie'] =
      `${STAFF_COOKIE}=${data.session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${isSecure ? '; Secure' : ''}`
    const { session: _moved, ...rest } = data
    return { status: 200, headers, body: JSON.stringify({ ok: true, data: rest }) }
  }
  return { status: statusOf(reply), headers, body: JSON.stringify(reply) }
}
