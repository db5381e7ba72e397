import { memo, useCallback } from 'react'
import { View } from '@tarojs/components'
import type { GroupListItem } from '@/contract/group-buy'
import type { Page } from '@/contract/views'
import type { GroupId, OrderId } from '@/domain/ids'
import { read, type Answer } from '@/platform/call'
import { useMore } from '@/platform/more'
import { go } from '@/platform/navigate'
import { useAtBottom, usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { Card } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { ImageBox } from '@/ui/image-box'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { SkeletonLines } from '@/ui/skeleton'
import { tap } from '@/ui/tap'
import { copy, refused } from './copy'
import { momentText } from './words'
import './group.scss'

const words = copy.mine

/** One seat a row: a person may have left a group and come back. */
type Row = Omit<GroupListItem, 'id'> & { readonly id: OrderId; readonly groupId: GroupId }

const load = async (cursor?: string): Promise<Answer<Page<Row>>> => {
  const answer = await read('group-buy', 'mine', cursor ? { cursor } : {})
  if (!answer.ok) return answer
  const { items, next } = answer.data
  return { ok: true, data: { items: items.map((item) => ({ ...item, id: item.orderId, groupId: item.id })), next } }
}

/** Every group one has taken part in, the newest first. */
export const MineScreen = () => {
  const { view, trouble, isAsking, ask } = useScreen<Page<Row>>(() => asMember(() => load()))
  const list = useMore(view, load)
  useShown(() => void ask())
  usePulled(ask)
  useAtBottom(() => void list.more())
  const open = useCallback((groupId: GroupId) => go.group(groupId), [])

  if (!view) {
    if (!trouble) return <SkeletonLines />
    return <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
  }
  if (list.items.length === 0) {
    return <EmptyState title={words.emptyTitle} note={words.emptyNote} action={words.emptyAction} onTap={go.home} />
  }
  return (
    <>
      {list.items.map((item) => (
        <MineRow key={item.id} item={item} onOpen={open} />
      ))}
      {list.isEnd && <View className="n1 center mt4">{words.end}</View>}
    </>
  )
}

const stateText = ({ state, seat }: Pick<Row, 'state' | 'seat'>): string =>
  seat === 'reserved' || seat === 'lost' || seat === 'left' || seat === 'released'
    ? words.seat[seat]
    : words.state[state]

type RowProps = { readonly item: Row; readonly onOpen: (groupId: GroupId) => void }

const Drawn = ({ item, onOpen }: RowProps) => {
  const { groupId, title, options, picture, paidFen, size, confirmed, state, deadlineAt, refund, at } = item
  const now = usePhone().now()
  const isRunning = state === 'open' && (item.seat === 'confirmed' || item.seat === 'reserved')
  return (
    <Card>
      <View {...tap(() => onOpen(groupId), `${title}，${stateText(item)}`, { role: 'link' })}>
        <View className="row sp">
          <View className="n1">{momentText(at, now)}</View>
          <View className={isRunning ? 'mine-state acc' : 'mine-state n2'}>{stateText(item)}</View>
        </View>
        <View className="row mt2 top">
          <View className="mine-picture">
            <ImageBox picture={picture} isSmall />
          </View>
          <View className="grow">
            <View className="b two-lines">{title}</View>
            {options.length > 0 && <View className="n1 cut">{options.join(' · ')}</View>}
            <View className="row mine-clock">
              <View className="n1">{words.count(confirmed, size)}</View>
              {isRunning && deadlineAt && <CountDown until={deadlineAt} isSoft />}
              {refund && <View className="n1 leafy">{copy.receipt.state[refund.state]}</View>}
            </View>
          </View>
          <PriceText fen={paidFen} isTotal isInk size={18} />
        </View>
      </View>
    </Card>
  )
}

const MineRow = memo(Drawn)
