/**
 * Is the road on which money goes to leaders open? Settings are looked at, and WeChat is asked after a transfer that never
 * was: only a merchant with a good certificate and the product is told that it doesn't exist. No money is ever sent to find out.
 */
import type { RailCheck } from '@/contract/staff-commission'
import type { Deps } from '../runtime/deps'

type Check = RailCheck['checks'][number]

export const checkRail = async (deps: Deps): Promise<RailCheck> => {
  const { PAY_MERCHANT_ID, PAY_TRANSFER_SCENE, PAY_NOTICE_URL, PUBLIC_URL, isDemo } = deps.config
  const noticeUrl = PAY_NOTICE_URL ?? `${PUBLIC_URL}/notice/pay`
  const checks: Check[] = [
    { what: 'merchant', isOk: PAY_MERCHANT_ID !== undefined, fact: PAY_MERCHANT_ID ?? null },
    PAY_MERCHANT_ID === undefined ? { what: 'certificate', isOk: false, fact: null } : await askWechat(deps),
    { what: 'transfer-scene', isOk: true, fact: PAY_TRANSFER_SCENE },
    { what: 'notify-url', isOk: isDemo || noticeUrl.startsWith('https://'), fact: noticeUrl },
  ]
  return { isReady: checks.every((check) => check.isOk), checks }
}

const NEVER_MADE = 'railcheck'

const askWechat = async (deps: Deps): Promise<Check> => {
  try {
    await deps.pay.queryTransfer(NEVER_MADE)
    return { what: 'certificate', isOk: true, fact: null }
  } catch (error) {
    const { reason } = error as { reason?: unknown }
    deps.log.warn({ err: error }, 'WeChat did not answer for transfers')
    return { what: 'certificate', isOk: false, fact: typeof reason === 'string' ? reason : null }
  }
}
