/** 小程序码. */
import type { WechatApi, WechatApiConfig } from '../wechat-api'
import type { Call } from './access-token'
import { wechatFault } from './request'

export const miniProgramCode =
  (call: Call, { version = 'release' }: WechatApiConfig): WechatApi['miniProgramCode'] =>
  async ({ scene, page, width }) => {
    const path = 'wxa/getwxacodeunlimit'
    const isReleased = version === 'release'
    // Only a released page can be checked; WeChat draws codes for unreleased ones all the same.
    const ask = { scene, page, width, env_version: version, check_path: isReleased }
    const reply = await call('POST', path, ask)
    if (reply.bytes === null) throw wechatFault(reply, path)
    return reply.bytes
  }
