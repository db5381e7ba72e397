/** Switches that answer at once; one that the cloud did not take goes back and says so. */
import type { MessageSettings } from '@/contract/message'
import type { MessageTopic } from '@/domain/message/kinds'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { refused } from './copy'

export type Topics = Omit<Screen<MessageSettings>, 'show'> & {
  readonly setMuted: (topic: MessageTopic, isMuted: boolean) => void
}

export const useTopics = (): Topics => {
  const { show, ...screen } = useScreen<MessageSettings>(() => asMember(() => read('message', 'settings', {})))
  const setMuted = async (topic: MessageTopic, isMuted: boolean): Promise<void> => {
    const before = screen.view
    if (!before) return
    show({ topics: before.topics.map((one) => (one.topic === topic ? { ...one, isMuted } : one)) })
    const answer = await asMember(() => call('message', 'mute', { topic, isMuted }))
    show(answer?.ok ? answer.data : before)
    if (answer && !answer.ok) notify(saidOf(answer, refused))
  }
  return { ...screen, setMuted: (topic, isMuted) => void setMuted(topic, isMuted) }
}
