import { memo } from 'react'
import { View } from '@tarojs/components'
import type { ChainEntryView } from '@/contract/sale'
import { MINUTE, type EpochMs } from '@/domain/time'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { role } from '@/ui/tap'
import { copy } from './copy'

const words = copy.chain

type Props = {
  readonly entries: readonly ChainEntryView[]
  readonly count: number
  /** Said when somebody comes while the page is open. */
  readonly news: string
  readonly isBusy: boolean
  readonly onMore: (() => void) | null
  readonly onCopy: () => void
  readonly onPicture: () => void
}

/** The live chain, newest first. */
export const ChainCard = ({ entries, count, news, isBusy, onMore, onCopy, onPicture }: Props) => (
  <Card>
    <CardHead title={words.title(count)} />
    <View className="unseen" {...role('status')} aria-live="polite">
      {news}
    </View>
    {entries.length === 0 ? (
      <View className="n2 mt2">{words.empty}</View>
    ) : (
      <View className="mt2">
        {entries.map((entry) => (
          <Entry key={`${entry.number}${entry.isPending ? 'p' : ''}`} entry={entry} />
        ))}
      </View>
    )}
    {onMore && (
      <View className="mt2">
        <Button kind="ghost" width="wide" onTap={onMore}>
          {words.more}
        </Button>
      </View>
    )}
    {count > 0 && (
      <View className="row mt3">
        <Button kind="line" width="grow" icon="copy" isBusy={isBusy} onTap={onCopy}>
          {words.copy}
        </Button>
        <Button kind="line" width="grow" icon="picture" isBusy={isBusy} onTap={onPicture}>
          {words.picture}
        </Button>
      </View>
    )}
  </Card>
)

const Drawn = ({ entry }: { readonly entry: ChainEntryView }) => {
  const { number, name, avatar, text, at, isYou, isPending } = entry
  const now = usePhone().now()
  return (
    <View className={isYou ? 'row chain chain-me' : 'row chain'}>
      <View className="chain-number">{`${number}.`}</View>
      <Avatar name={name} url={avatar} size={28} />
      <View className="grow two-lines">
        <View className="chain-name b">{name}</View>
        {text.split('，').map((goods, place, all) => (
          <View className="chain-goods" key={place}>
            {place < all.length - 1 ? `${goods}，` : goods}
          </View>
        ))}
      </View>
      <View className="n1 chain-when">
        {isYou && <View className="leafy chain-name">{`${words.me} · `}</View>}
        {isPending ? words.pending : ago(at, now)}
      </View>
    </View>
  )
}

const Entry = memo(Drawn)

const ago = (at: EpochMs, now: EpochMs): string => {
  const minutes = Math.floor((now - at) / MINUTE)
  if (minutes < 1) return copy.ago.now
  return minutes < 60 ? copy.ago.minutes(minutes) : momentText(at, now)
}
