/** Ranks members as WeChat's 安全风控 does, from 0 to 4: here the openid itself says who is risky. */
import * as z from 'zod'
import { reading, say, sayNo, type Say } from './say'

const shape = z.object({ appid: z.string(), openid: z.string(), scene: z.literal([0, 1]), client_ip: z.string() })

export const riskRank = (body: unknown, appId: string): Say =>
  reading(shape, body, sayNo(47001, 'data format error'), (ask) => {
    if (ask.appid !== appId) return sayNo(40013, 'invalid appid')
    if (ask.openid === '') return sayNo(40003, 'invalid openid')
    if (ask.client_ip === '') return sayNo(61011, 'invalid client ip')
    return say({ risk_rank: ask.openid.includes('risky') ? 4 : 0, unoin_id: 1 })
  })
