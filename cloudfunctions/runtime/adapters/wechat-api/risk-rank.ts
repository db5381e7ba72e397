/** 安全风控: how likely somebody is to abuse promotions (`riskControl.getUserRiskRank`). */
import * as z from 'zod'
import type { WechatApi, WechatApiConfig } from '../wechat-api'
import type { Call } from './access-token'
import { wechatFault } from './request'

/** Promotions; 0 is signing up. */
const PROMOTION = 1
/** The member was last in the mini program too long ago, so there is no record to judge by. */
const NO_RECORD = 61010

const rankWire = z.object({ risk_rank: z.int().min(0).max(4) })

export const userRiskRank =
  (call: Call, { appId }: WechatApiConfig): WechatApi['userRiskRank'] =>
  async ({ openid, clientIp }) => {
    const path = 'wxa/getuserriskrank'
    const reply = await call('POST', path, { appid: appId, openid, scene: PROMOTION, client_ip: clientIp })
    if (reply.errcode === NO_RECORD) return null
    if (reply.errcode !== 0) throw wechatFault(reply, path)
    return rankWire.parse(reply.body).risk_rank
  }
