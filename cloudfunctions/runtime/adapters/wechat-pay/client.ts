/** The signed line to WeChat Pay: the plugin signs what goes out and checks the signature of what comes back. */
import type { WechatPayConfig } from '../wechat-pay'
import { OutsideFault } from '../outside-fault'

/** A 2xx with its body (undefined for 204), or the code WeChat Pay says no with. */
export type PayAnswer = { ok: true; body: unknown } | { ok: false; status: number; code: string; message: string }
export type PayCall = (method: 'GET' | 'POST', path: string, body?: object) => Promise<PayAnswer>

const DEFAULT_BASE_URL = 'https://api.mch.weixin.qq.com/'
const DEFAULT_TIMEOUT_MS = 8_000
/** Codes after which WeChat asks for the same call again. `BANK_ERROR`: the bank's answer is not known yet. */
const TRY_AGAIN = new Set(['SYSTEM_ERROR', 'SYSTEMERROR', 'FREQUENCY_LIMITED', 'FREQUENCY_LIMIT_EXCEED', 'BANK_ERROR'])

const openClient = async (config: WechatPayConfig) => {
  const baseURL = config.baseUrl ?? DEFAULT_BASE_URL
  const { Decorator } = await import('wechatpay-axios-plugin')
  return Decorator.jsonBased({
    mchid: config.mchid,
    serial: config.merchantSerial,
    privateKey: config.merchantPrivateKey,
    certs: { ...config.platformKeys },
    ...{ baseURL, timeout: config.timeoutMs ?? DEFAULT_TIMEOUT_MS, maxRedirects: 0 },
    // A proxy of the developer's machine must not get between the shop and a stand-in on the same machine.
    ...(isLoopback(baseURL) ? { proxy: false } : {}),
  })
}

const isLoopback = (url: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

export const payClient = (config: WechatPayConfig): PayCall => {
  let opening: ReturnType<typeof openClient> | undefined
  return async (method, path, body) => {
    opening ??= openClient(config)
    const client = await opening
    try {
      const response = await client.request<unknown>({ method, url: path, data: body })
      return { ok: true, body: response.status === 204 ? undefined : response.data }
    } catch (error) {
      return answerOf(error)
    }
  }
}

type AxiosLike = { code?: string; message?: string; response?: { status: number; data?: unknown } }

/** An answer with an error code is an answer; no answer, or one whose signature doesn't fit, is a fault. */
const answerOf = (error: unknown): PayAnswer => {
  const { code = 'unknown', message = '', response } = error as AxiosLike
  // The library's error carries its settings, the private key among them: only its words go on.
  if (!response) throw new OutsideFault({ service: 'wechat-pay', reason: code, retryable: true, detail: message })
  if (code.startsWith('EV3_'))
    throw new OutsideFault({ service: 'wechat-pay', reason: code, retryable: false, detail: message })
  const said = (typeof response.data === 'object' ? response.data : null) as { code?: string; message?: string } | null
  return {
    ok: false,
    status: response.status,
    code: said?.code ?? `HTTP_${response.status}`,
    message: said?.message ?? '',
  }
}

/** For the answers that a caller does not expect. */
export const payFault = (answer: PayAnswer & { ok: false }): OutsideFault =>
  new OutsideFault({
    service: 'wechat-pay',
    reason: answer.code,
    retryable: answer.status === 429 || answer.status >= 500 || TRY_AGAIN.has(answer.code),
    detail: answer.message,
  })
