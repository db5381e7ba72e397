/** Words that others will read pass WeChat's check first (platform rule 5.18). Closed unless WeChat says "pass". */
import { ok, refuse, type Result } from '@/domain/result'
import { OutsideFault } from './adapters/outside-fault'
import type { WechatApi } from './adapters/wechat-api'
import type { Deps } from './deps'

type Ask = Omit<Parameters<WechatApi['checkText']>[0], 'openid'> & { readonly openid: string | null | undefined }

/** With no openid, or WeChat out of reach, nothing has been checked. */
export const checkedText = async (
  deps: Deps,
  { openid, ...ask }: Ask,
): Promise<Result<true, { code: 'text.risky' } | { code: 'text.unchecked' }>> => {
  if (!openid) return refuse({ code: 'text.unchecked' })
  try {
    const verdict = await deps.wechat.checkText({ openid, ...ask })
    return verdict === 'pass' ? ok(true) : refuse({ code: 'text.risky' })
  } catch (error) {
    if (!(error instanceof OutsideFault)) throw error
    deps.log.warn({ err: error }, 'words could not be checked')
    return refuse({ code: 'text.unchecked' })
  }
}
