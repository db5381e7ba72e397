import { View } from '@tarojs/components'
import type { HandOverKit } from '@/contract/leader'
import type { EpochMs } from '@/domain/time'
import { momentText } from '@/ui/moment-text'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { copy } from './copy'
import type { Trouble } from './queue'
import { whoSaid } from './said'
import type { Door } from './use-hand-over'

const words = copy.troubles

type Props = { readonly door: Door; readonly kit: HandOverKit; readonly now: EpochMs }

/** What the shop said no to, or had from another phone first; it stays until somebody has read it. */
export const TroublesCard = ({ door, kit, now }: Props) => (
  <Card className="troubles">
    <View className="b">{words.title(door.troubles.length)}</View>
    {door.troubles.map((trouble) => (
      <TroubleRow key={trouble.scanId} trouble={trouble} door={door} kit={kit} now={now} />
    ))}
  </Card>
)

/** Where the code did not count but the bag may have gone, the name counts. */
const AGAIN: ReadonlySet<string> = new Set(['stale', 'ahead', 'forged'])

const TroubleRow = ({ trouble, door, kit, now }: Props & { readonly trouble: Trouble }) => {
  const bag = kit.bags.find(({ orderId }) => orderId === trouble.orderId)
  const { answer } = trouble
  const again = answer.outcome === 'refused' && AGAIN.has(answer.why) ? bag : undefined
  return (
    <View className="trouble-row">
      <View className="grow">
        <View>{bag ? copy.row(copy.numbers(bag.numbers), bag.name) : copy.gone}</View>
        <View className="n2">
          {answer.outcome === 'refused'
            ? words.why[answer.why]
            : words.duplicate(momentText(answer.first.at, now), whoSaid(answer.first))}
        </View>
      </View>
      {again ? (
        <Button
          kind="line"
          isSmall
          onTap={() => {
            door.letGo(trouble.scanId)
            door.open(again)
          }}
        >
          {words.again}
        </Button>
      ) : (
        <Button kind="line" isSmall onTap={() => door.letGo(trouble.scanId)}>
          {words.seen}
        </Button>
      )}
    </View>
  )
}
