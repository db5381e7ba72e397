/** WeChat's word on who is likely to abuse promotions, asked beside the database and never waited for long. */
import { MINUTE, SECOND } from '@/domain/time'
import { remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'

const PATIENCE = SECOND
const GOOD_FOR = 10 * MINUTE

/** Null where WeChat does not answer in time or knows nothing: that is no reason to refuse anybody. */
export const riskRankOf = async (deps: Deps, openid: string | null): Promise<number | null> => {
  const { clientIp } = deps
  if (openid === null || clientIp === null) return null
  try {
    return await within(
      PATIENCE,
      remembered(deps, `risk:${openid}`, GOOD_FOR, () => deps.wechat.userRiskRank({ openid, clientIp })),
    )
  } catch (error) {
    deps.log.info({ err: error }, 'no risk rank')
    return null
  }
}

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Error('no answer in time')), ms)))
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
