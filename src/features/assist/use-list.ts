/** Campaigns one can start in, and one's own cards. */
import { useState } from 'react'
import type { CallOutput } from '@/contract'
import type { AssistCampaignId, AssistCardId } from '@/domain/ids'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { refused } from './copy'

export type ListView = CallOutput<'assist', 'campaigns'>

export const useList = (onCard: (cardId: AssistCardId) => void) => {
  const screen = useScreen<ListView>(() => read('assist', 'campaigns', {}))
  const [starting, setStarting] = useState<AssistCampaignId | null>(null)
  const start = async (campaignId: AssistCampaignId): Promise<void> => {
    if (starting !== null) return
    setStarting(campaignId)
    const answer = await asMember(() => call('assist', 'start', { campaignId }))
    setStarting(null)
    if (answer?.ok) return onCard(answer.data.id)
    if (answer) notify(saidOf(answer, refused))
    if (answer?.refusal) await screen.ask()
  }
  return { ...screen, start, starting }
}
