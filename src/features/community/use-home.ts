/** The tab 社群: one question each time it comes into sight. */
import { useState } from 'react'
import type { CommunityHome, HandOverOffer } from '@/contract/community'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

export type HomePage = Screen<CommunityHome> & {
  readonly answering: boolean
  readonly answer: (offer: HandOverOffer, isYes: boolean) => Promise<void>
}

export const useHome = (): HomePage => {
  const screen = useScreen<CommunityHome>(() => read('community', 'home', {}))
  const [answering, setAnswering] = useState(false)
  const answer = async ({ id }: HandOverOffer, isYes: boolean): Promise<void> => {
    setAnswering(true)
    const reply = await asMember(() => call('community', 'answerOffer', { handOverId: id, isYes }))
    setAnswering(false)
    if (!reply) return
    if (!reply.ok) return notify(saidOf(reply, refused))
    screen.show(reply.data)
    notify(isYes ? copy.offer.taken : copy.offer.declined, 'check')
  }
  return { ...screen, answering, answer }
}
