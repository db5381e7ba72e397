/** Who somebody is: the login code outside WeChat's own cloud, and a phone number given by a tap. */
import * as z from 'zod'
import type { WechatApi, WechatApiConfig } from '../wechat-api'
import type { Call } from './access-token'
import { wechatFault, type Send } from './request'

/** 40029: not a code, or spent, or five minutes old. 40163: spent. */
const BAD_CODE = new Set([40029, 40163])
const BLOCKED = 40226

const sessionWire = z.object({ openid: z.string().min(1), unionid: z.string().optional(), session_key: z.string() })
const phoneWire = z.object({ phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.coerce.string() }) })

export const code2Session =
  (send: Send, config: WechatApiConfig): WechatApi['code2Session'] =>
  async (code) => {
    const path = 'sns/jscode2session'
    const query = { appid: config.appId, secret: config.appSecret, js_code: code, grant_type: 'authorization_code' }
    const reply = await send('GET', path, query)
    if (BAD_CODE.has(reply.errcode)) return 'bad-code'
    if (reply.errcode === BLOCKED) return 'blocked'
    if (reply.errcode !== 0) throw wechatFault(reply, path)
    const { openid, unionid, session_key: sessionKey } = sessionWire.parse(reply.body)
    return { openid, sessionKey, ...(unionid === undefined ? {} : { unionid }) }
  }

export const phoneNumber =
  (call: Call): WechatApi['phoneNumber'] =>
  async (code) => {
    const path = 'wxa/business/getuserphonenumber'
    const reply = await call('POST', path, { code })
    if (BAD_CODE.has(reply.errcode)) return 'bad-code'
    if (reply.errcode !== 0) throw wechatFault(reply, path)
    const { purePhoneNumber: phone, countryCode } = phoneWire.parse(reply.body).phone_info
    return { phone, countryCode }
  }
