/** The real line to WeChat's open API: `fetch`, an access token, and each answer parsed once. */
import type { WechatApi, WechatApiConfig } from '../wechat-api'
import { withToken } from './access-token'
import { miniProgramCode } from './codes'
import { checkMediaAsync, checkText } from './content-check'
import { code2Session, phoneNumber } from './identity'
import { sendSubscribeMessage, setUserNotify } from './messages'
import { openApiSender } from './request'
import { userRiskRank } from './risk-rank'
import { uploadShipping } from './shipping'
import { createActivityId, setUpdatableMsg } from './updatable'

export const connectWechatApi = (config: WechatApiConfig): WechatApi => {
  const send = openApiSender(config)
  const call = withToken(send, config)
  return {
    miniProgramCode: miniProgramCode(call, config),
    checkText: checkText(call),
    checkMediaAsync: checkMediaAsync(call),
    uploadShipping: uploadShipping(call),
    sendSubscribeMessage: sendSubscribeMessage(call, config),
    setUserNotify: setUserNotify(call),
    createActivityId: createActivityId(call),
    setUpdatableMsg: setUpdatableMsg(call, config),
    userRiskRank: userRiskRank(call, config),
    phoneNumber: phoneNumber(call),
    code2Session: code2Session(send, config),
  }
}
