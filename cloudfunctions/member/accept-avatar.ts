/** A new avatar is stored and handed to WeChat's check; until its verdict is pushed nobody sees it. */
import type { MemberId } from '@/domain/ids'
import { readPictureHead } from '@/domain/picture/head'
import { ok, refuse, type Result } from '@/domain/result'
import type { Deps } from '../runtime/deps'
import type { PendingAvatar } from './profile.sql'

const SIDE = { least: 48, most: 2_048 }

const fits = (side: number): boolean => side >= SIDE.least && side <= SIDE.most

type Refusal = { code: 'picture.invalid' } | { code: 'text.unchecked' }

/** Without an openid WeChat checks nothing, so nothing is stored. Throws OutsideFault where files or WeChat are out of reach. */
export const acceptAvatar = async (
  deps: Deps,
  memberId: MemberId,
  openid: string | null,
  base64: string,
): Promise<Result<PendingAvatar, Refusal>> => {
  const bytes = Buffer.from(base64, 'base64')
  const head = readPictureHead(bytes)
  if (!head || !fits(head.width) || !fits(head.height)) return refuse({ code: 'picture.invalid' })
  if (!openid) return refuse({ code: 'text.unchecked' })
  const key = `avatars/${memberId}/${deps.newId('img')}.${head.kind}`
  const url = await deps.files.put(key, bytes, `image/${head.kind}`)
  const mediaUrl = new URL(url, deps.config.PUBLIC_URL).href
  const { traceId } = await deps.wechat.checkMediaAsync({ openid, scene: 'profile', mediaUrl, kind: 'image' })
  return ok({ traceId, url, key })
}
