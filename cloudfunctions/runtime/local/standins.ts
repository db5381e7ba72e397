/** WeChat and WeChat Pay of the demo: two desks under `/standin/`, and the real clients that talk to them. */
import type { WechatApi } from '../adapters/wechat-api'
import { connectWechatApi } from '../adapters/wechat-api/connect'
import type { WechatPay } from '../adapters/wechat-pay'
import { connectWechatPay } from '../adapters/wechat-pay/connect'
import { standinApp, wechatStandin, type WechatStandin } from './wechat/standin'
import { standinMerchant, type StandinKeys } from './wechat-pay/keys'
import { wechatPayStandin, type WechatPayStandin } from './wechat-pay/standin'

export const PAY_MOUNT = '/standin/wechat-pay'
export const WECHAT_MOUNT = '/standin/wechat'

export const standinLines = (keys: StandinKeys, url: string): { pay: WechatPay; wechat: WechatApi } => ({
  pay: connectWechatPay(standinMerchant(keys, `${url}${PAY_MOUNT}/`)),
  wechat: connectWechatApi(standinApp(keys, `${url}${WECHAT_MOUNT}/`)),
})

export type Desks = { readonly pay: WechatPayStandin; readonly wechat: WechatStandin }

export type DeskOptions = {
  readonly keys: StandinKeys
  readonly dataDir: string
  readonly url: string
  /** How much faster than life notices are repeated; see the pay stand-in. */
  readonly timeFactor?: number | undefined
  /** Where WeChat pushes its events. */
  readonly push: (event: unknown) => Promise<void>
}

export const openDesks = ({ keys, dataDir, url, push, timeFactor }: DeskOptions): Desks => {
  const pay = wechatPayStandin({ keys, dataDir, ...(timeFactor === undefined ? {} : { timeFactor }) })
  return { pay, wechat: wechatStandin({ keys, dataDir, findPayment: pay.findPaid, h5Url: url, push }) }
}
