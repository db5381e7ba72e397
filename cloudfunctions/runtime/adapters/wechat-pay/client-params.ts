/** Signs what the phone hands to `wx.requestPayment`. */
import { createPrivateKey, randomBytes, type KeyObject } from 'node:crypto'
import type { EpochMs } from '@/domain/time'
import type { PhonePayParams, WechatPayConfig } from '../wechat-pay'
import { signLines } from './signature'

export const signForPhone = (config: Pick<WechatPayConfig, 'appid' | 'merchantPrivateKey'>) => {
  let key: KeyObject | undefined
  return (prepayId: string, now: EpochMs): PhonePayParams => {
    key ??= createPrivateKey(config.merchantPrivateKey)
    const timeStamp = String(Math.floor(now / 1000))
    const nonceStr = randomBytes(16).toString('hex')
    const packageText = `prepay_id=${prepayId}`
    const paySign = signLines(key, config.appid, timeStamp, nonceStr, packageText)
    return { timeStamp, nonceStr, package: packageText, signType: 'RSA', paySign }
  }
}
