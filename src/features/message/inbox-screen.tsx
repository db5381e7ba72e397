import { memo } from 'react'
import { View } from '@tarojs/components'
import type { InboxMessage } from '@/contract/message'
import { go } from '@/platform/navigate'
import { useAtBottom } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { Icon } from '@/ui/icon'
import { usePhone } from '@/ui/phone'
import { SkeletonLines } from '@/ui/skeleton'
import { tap } from '@/ui/tap'
import { copy, refused } from './copy'
import { leadOn } from './lead-on'
import type { Inbox } from './use-inbox'
import { whenText, wordsOf } from './words'
import './message.scss'

/** What the shop has told, newest first; each message leads to what it is about. */
export const InboxScreen = ({ inbox }: { readonly inbox: Inbox }) => {
  const { view, trouble, isAsking, ask, list, unread } = inbox
  useAtBottom(() => void list.more())
  if (!view)
    return trouble ? (
      <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
    ) : (
      <SkeletonLines count={6} />
    )
  if (list.items.length === 0) return <EmptyState {...copy.empty} onTap={go.home} />
  const open = (message: InboxMessage) => {
    inbox.open(message)
    leadOn(message)
  }
  return (
    <>
      <View className="inbox-top">
        <View className="n2 grow">{unread > 0 && copy.count(unread)}</View>
        {unread > 0 && (
          <Button kind="ghost" isSmall onTap={inbox.readAll}>
            {copy.readAll}
          </Button>
        )}
        <Button kind="ghost" isSmall icon="gear" onTap={go.messageSettings}>
          {copy.settings}
        </Button>
      </View>
      <Card look="flat">
        {list.items.map((message) => (
          <Line key={message.id} message={message} isUnread={inbox.isUnread(message)} onOpen={open} />
        ))}
      </Card>
      {list.isEnd && <View className="n1 center mt4">{copy.end}</View>}
    </>
  )
}

type LineProps = {
  readonly message: InboxMessage
  readonly isUnread: boolean
  readonly onOpen: (message: InboxMessage) => void
}

const Line = memo(
  ({ message, isUnread, onOpen }: LineProps) => {
    const now = usePhone().now()
    const { icon, title, note } = wordsOf(message, now)
    const when = whenText(message.at, now)
    const said = [isUnread && copy.unread, title, note, when].filter(Boolean).join('，')
    return (
      <View className="inbox-line" {...tap(() => onOpen(message), said, { role: 'link' })}>
        <View className={isUnread ? 'inbox-sign inbox-new' : 'inbox-sign'}>
          <Icon name={icon} size={20} />
        </View>
        <View className="grow">
          <View className="inbox-head">
            <View className={isUnread ? 'b cut grow' : 'cut grow'}>{title}</View>
            <View className="n1">{when}</View>
          </View>
          <View className="inbox-note">{note}</View>
        </View>
      </View>
    )
  },
  (before, after) => before.message === after.message && before.isUnread === after.isUnread,
)
