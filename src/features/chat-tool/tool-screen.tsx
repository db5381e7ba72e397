import { View } from '@tarojs/components'
import type { ChainEntryView, SaleView } from '@/contract/sale'
import { epochMs } from '@/domain/time'
import { canOpenChatTool, leaveForSale, type SaleEntry } from '@/platform/chat-tool'
import { copy } from './copy'
import { Frame, Key } from './parts'
import { useSending, type Sending } from './use-sending'
import { lineWords, unpaidWords, whenWords } from './words'

type Props = { readonly sale: SaleView; readonly way: SaleEntry }

/** A sale beside its chat: how it goes for everybody, and for its leader what can be sent. */
export const ToolScreen = ({ sale, way }: Props) => {
  const sending = useSending(sale, way)
  const unpaid = unpaidWords(sale.chain)
  const leave = () => leaveForSale(way)
  const dock = sale.isLeader ? (
    <LeaderDock sale={sale} sending={sending} hasUnpaid={unpaid !== null} onLeave={leave} />
  ) : (
    <View className="ct-dock">
      <Key text={sale.canOrder ? copy.go : copy.see} onTap={leave} />
    </View>
  )
  return (
    <Frame title={sale.community?.name ?? copy.title} dock={dock}>
      <Head sale={sale} />
      <Lines sale={sale} />
      {/* whom to remind is the leader's business */}
      <Chain sale={sale} unpaid={sale.isLeader ? unpaid : null} />
    </Frame>
  )
}

const Head = ({ sale }: { readonly sale: SaleView }) => (
  <View className="ct-card">
    <View className="ct-strong">{sale.title}</View>
    <View className="ct-note">{`${copy.state[sale.state]} · ${whenWords(sale, epochMs(Date.now()))}`}</View>
    <View className="ct-row ct-people">
      <View className="ct-count">{String(sale.chainCount)}</View>
      <View className="ct-note">{copy.people}</View>
    </View>
  </View>
)

const Lines = ({ sale }: { readonly sale: SaleView }) => (
  <View className="ct-card">
    {sale.lineViews.map((line) => {
      const { sold, price, next } = lineWords(line)
      return (
        <View key={line.skuId} className="ct-line">
          <View className="ct-row">
            <View className="ct-grow">{sold}</View>
            <View className="ct-price">{price}</View>
          </View>
          {next && <View className="ct-leaf">{next}</View>}
        </View>
      )
    })}
  </View>
)

const Chain = ({ sale, unpaid }: { readonly sale: SaleView; readonly unpaid: string | null }) => {
  const { chain, chainCount } = sale
  const rest = chainCount - chain.filter(({ isPending }) => !isPending).length
  return (
    <View className="ct-card">
      <View className="ct-strong">{copy.chain.title}</View>
      {unpaid && <View className="ct-honey">{unpaid}</View>}
      {chain.length === 0 && <View className="ct-note">{copy.chain.empty}</View>}
      {chain.map((entry) => (
        <Entry key={`${entry.number}${entry.isPending ? 'p' : ''}`} entry={entry} />
      ))}
      {rest > 0 && <View className="ct-note ct-line">{copy.chain.more(rest)}</View>}
    </View>
  )
}

const Entry = ({ entry: { number, name, text, isYou, isPending } }: { readonly entry: ChainEntryView }) => (
  <View className="ct-row ct-line">
    <View className="ct-number">{`${number}.`}</View>
    <View className="ct-grow">{`${isYou ? copy.chain.me : name} ${text}`}</View>
    {isPending && <View className="ct-note">{copy.chain.pending}</View>}
  </View>
)

type DockProps = {
  readonly sale: SaleView
  readonly sending: Sending
  readonly hasUnpaid: boolean
  readonly onLeave: () => void
}

const LeaderDock = ({ sale, sending, hasUnpaid, onLeave }: DockProps) => {
  const { busy, said, isInChat } = sending
  const why = isInChat ? null : copy.no[canOpenChatTool() ? 'outside' : 'old']
  const line = said ?? why
  return (
    <View className="ct-dock">
      {line && (
        <View className="ct-said" aria-live="polite">
          {line}
        </View>
      )}
      {isInChat && sale.canOrder && <Key text={copy.send} isBusy={busy === 'send'} onTap={sending.send} />}
      {!isInChat && canOpenChatTool() && <Key text={copy.choose} onTap={sending.choose} />}
      <View className="ct-row ct-keys">
        {isInChat && hasUnpaid && <Key kind="line" text={copy.remind} isBusy={busy === 'pay'} onTap={sending.remind} />}
        {isInChat && sale.canOrder && (
          <Key kind="line" text={copy.invite} isBusy={busy === 'join'} onTap={sending.invite} />
        )}
        <Key kind="line" text={copy.see} onTap={onLeave} />
      </View>
    </View>
  )
}
