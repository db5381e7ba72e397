/** The coupon that can be had without friends: one tap. */
import { useState } from 'react'
import type { AssistCampaignView } from '@/contract/assist'
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

/** `onDone`: how things stand now is the server's to say, whether or not it was given. */
export const useInstead = (onDone: () => void) => {
  const [claiming, setClaiming] = useState<string | null>(null)
  const claim = async (instead: AssistCampaignView['instead']): Promise<void> => {
    if (!instead || claiming !== null) return
    setClaiming(instead.templateId)
    const answer = await asMember(() => call('coupon', 'claim', { templateId: instead.templateId }))
    setClaiming(null)
    if (answer?.ok) notify(copy.instead.claimed, 'check')
    else if (answer) notify(saidOf(answer, refused))
    if (answer?.ok || answer?.refusal) onDone()
  }
  return { claim, claiming }
}
