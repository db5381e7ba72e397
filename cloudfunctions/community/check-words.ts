/** What a leader writes is read by a neighbourhood: it passes WeChat's check first (platform rule 5.18), and closed means closed. */
import type { TextNo } from '@/contract/community'
import type { MemberId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import { OutsideFault } from '../runtime/adapters/outside-fault'
import type { Deps } from '../runtime/deps'
import { findProfile } from '../member/profile.sql'

/** With no openid, or WeChat out of reach, nothing has been checked. Blanks need no check. */
export const checkWords = async (
  deps: Deps,
  memberId: MemberId,
  ...words: readonly string[]
): Promise<Result<true, TextNo>> => {
  const content = words.filter((text) => text.trim() !== '').join('\n')
  if (content === '') return ok(true)
  const openid = (await findProfile(deps, memberId))?.openid
  if (!openid) return refuse({ code: 'text.unchecked' })
  try {
    const verdict = await deps.wechat.checkText({ openid, scene: 'social', content })
    return verdict === 'pass' ? ok(true) : refuse({ code: 'text.risky' })
  } catch (error) {
    if (!(error instanceof OutsideFault)) throw error
    deps.log.warn({ err: error }, 'words could not be checked')
    return refuse({ code: 'text.unchecked' })
  }
}
