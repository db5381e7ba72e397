/** The inbox by page. What one opens is read at once; the cloud is told beside it, and a lost word only leaves it unread. */
import { useState } from 'react'
import type { CallOutput } from '@/contract'
import type { InboxMessage } from '@/contract/message'
import type { MessageId } from '@/domain/ids'
import { call, read } from '@/platform/call'
import { useMore, type More } from '@/platform/more'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember, nowMe, useSession } from '@/platform/session'
import { saidOf } from '@/platform/said'
import { notify } from '@/ui/notice'
import { refused } from './copy'

type View = CallOutput<'message', 'inbox'>

export type Inbox = Omit<Screen<View>, 'show'> & {
  readonly list: More<InboxMessage>
  readonly unread: number
  readonly isUnread: (message: InboxMessage) => boolean
  readonly open: (message: InboxMessage) => void
  readonly readAll: () => void
}

export const useInbox = (): Inbox => {
  const [opened, setOpened] = useState<ReadonlySet<MessageId> | 'all'>(new Set())
  const screen = useScreen<View>(async () => {
    const answer = await asMember(() => read('message', 'inbox', {}))
    if (answer?.ok) {
      setOpened(new Set())
      count(answer.data.unread)
    }
    return answer
  })
  const list = useMore(screen.view, (cursor) => read('message', 'inbox', { cursor }))
  const isUnread = ({ id, isRead }: InboxMessage): boolean => !isRead && opened !== 'all' && !opened.has(id)

  const open = (message: InboxMessage): void => {
    if (!isUnread(message)) return
    setOpened((now) => (now === 'all' ? now : new Set([...now, message.id])))
    void call('message', 'read', { id: message.id }).then((answer) => answer.ok && count(answer.data.unread))
  }
  const readAll = async (): Promise<void> => {
    const before = opened
    setOpened('all')
    const answer = await call('message', 'read', {})
    if (answer.ok) return count(answer.data.unread)
    setOpened(before)
    notify(saidOf(answer, refused))
  }

  const unread = opened === 'all' ? 0 : (screen.view?.unread ?? 0) - opened.size
  return { ...screen, list, unread, isUnread, open, readAll: () => void readAll() }
}

/** 我的 says the same number. */
const count = (unread: number): void => {
  const { me } = useSession.getState()
  if (me && me.counts.unread !== unread) nowMe({ ...me, counts: { ...me.counts, unread } })
}
