/** What a leader sends into the chat. WeChat shows each message before it goes, so nothing is asked twice here. */
import { useState } from 'react'
import type { SaleView } from '@/contract/sale'
import { callMembers, isInChat, openChatTool, sendCard } from '@/platform/chat-tool'
import type { SaleEntry, ToolAnswer } from '@/platform/chat-tool'
import { useShown } from '@/platform/page'
import { copy } from './copy'
import { reminderTitle } from './words'

type Act = 'send' | 'pay' | 'join'

export type Sending = {
  /** A chat is bound to the page. */
  readonly isInChat: boolean
  readonly busy: Act | null
  /** How the last one went. */
  readonly said: string | null
  readonly send: () => void
  /** Those who have ordered and not paid. */
  readonly remind: () => void
  /** Everybody else. */
  readonly invite: () => void
  /** Binds a chat, where the page was opened without one. */
  readonly choose: () => void
}

export const useSending = (sale: Pick<SaleView, 'title' | 'cardPicture'>, entry: SaleEntry): Sending => {
  const [isBound, setIsBound] = useState(isInChat)
  const [busy, setBusy] = useState<Act | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  useShown(() => setIsBound(isInChat()))

  const run = async (act: Act, work: () => Promise<ToolAnswer>) => {
    if (busy) return
    setBusy(act)
    setSaid(null)
    const answer = await work()
    setBusy(null)
    setSaid(answer === 'done' ? copy.done[act] : copy.no[answer])
  }
  const { title, cardPicture: picture } = sale
  const choose = async () => {
    const answer = await openChatTool(entry)
    setSaid(answer === 'done' ? null : copy.no[answer])
  }
  const call = (act: 'pay' | 'join') => {
    const words = reminderTitle(copy.reminder[act](title))
    return run(act, () => callMembers({ title: words, entry, verb: act === 'pay' ? 'complete' : 'participate' }))
  }
  return {
    isInChat: isBound,
    busy,
    said,
    send: () => void run('send', () => sendCard({ title, entry, picture })),
    remind: () => void call('pay'),
    invite: () => void call('join'),
    choose: () => void choose(),
  }
}
