/** Switches that answer at once; a switch that the cloud did not take goes back and says so. */
import type { MemberSettings } from '@/contract/member'
import { call } from '@/platform/call'
import { setLargeText } from '@/platform/large-text'
import { saidOf } from '@/platform/said'
import { asMember, nowMe, useSession } from '@/platform/session'
import { notify } from '@/ui/notice'
import { refused } from './copy'

export const setPersonal = async (isPersonal: boolean): Promise<void> => {
  const before = useSession.getState().me
  if (!before) return
  show({ isPersonal })
  const answer = await asMember(() => call('member', 'updateSettings', { isPersonal }))
  if (answer?.ok) return nowMe(answer.data)
  show({ isPersonal: before.settings.isPersonal })
  if (answer) notify(saidOf(answer, refused))
}

/** Large letters are the phone's own matter; the cloud only remembers them for the next phone, and may be out of reach. */
export const setLarge = async (isLargeText: boolean): Promise<void> => {
  setLargeText(isLargeText)
  if (!useSession.getState().me) return
  show({ isLargeText })
  const answer = await call('member', 'updateSettings', { isLargeText })
  if (answer.ok) nowMe(answer.data)
}

const show = (change: Partial<MemberSettings>): void => {
  const { me } = useSession.getState()
  if (me) nowMe({ ...me, settings: { ...me.settings, ...change } })
}
