/** WeChat and WeChat Pay of the demo: two stand-ins under `/standin/`, and the real clients that talk to them. */
import type { WechatApi } from '../adapters/wechat-api'
import { connectWechatApi } from '../adapters/wechat-api/connect'
import type { WechatPay } from '../adapters/wechat-pay'
import { connectWechatPay } from '../adapters/wechat-pay/connect'
import { standinApp, wechatStandin, type WechatStandin } from './wechat/standin'
import { makeStandinKeys, standinMerchant } from './wechat-pay/keys'
import { wechatPayStandin, type WechatPayStandin } from './wechat-pay/standin'

export const PAY_MOUNT = '/standin/wechat-pay'
export const WECHAT_MOUNT = '/standin/wechat'

export type Standins = {
  readonly appid: string
  readonly mchid: string
  readonly pay: WechatPay
  readonly wechat: WechatApi
  readonly payDesk: WechatPayStandin
  readonly wechatDesk: WechatStandin
}

export const openStandins = async (dataDir: string, url: string, timeFactor?: number): Promise<Standins> => {
  const keys = await makeStandinKeys(dataDir)
  const payDesk = wechatPayStandin({ keys, dataDir, ...(timeFactor === undefined ? {} : { timeFactor }) })
  const wechatDesk = wechatStandin({ keys, dataDir, findPayment: payDesk.findPaid, h5Url: url })
  return {
    appid: keys.appid,
    mchid: keys.mchid,
    pay: connectWechatPay(standinMerchant(keys, `${url}${PAY_MOUNT}/`)),
    wechat: connectWechatApi(standinApp(keys, `${url}${WECHAT_MOUNT}/`)),
    payDesk,
    wechatDesk,
  }
}
