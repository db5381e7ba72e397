/** What a leader writes is read by a neighbourhood, so WeChat looks at it before anybody does. */
import type { TextNo } from '@/contract/community'
import type { MemberId } from '@/domain/ids'
import { ok, type Result } from '@/domain/result'
import { findProfile } from '../member/profile.sql'
import { checkedText } from '../runtime/checked-text'
import type { Deps } from '../runtime/deps'

/** Blanks need no check. */
export const checkWords = async (
  deps: Deps,
  memberId: MemberId,
  ...words: readonly string[]
): Promise<Result<true, TextNo>> => {
  const content = words.filter((text) => text.trim() !== '').join('\n')
  if (content === '') return ok(true)
  return checkedText(deps, { openid: (await findProfile(deps, memberId))?.openid, scene: 'social', content })
}
