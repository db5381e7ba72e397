import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FlashItemView, FlashSlotView } from '@/contract/flash'
import type { FlashSlotId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { go } from '@/platform/navigate'
import { Card } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { EmptyState } from '@/ui/empty-state'
import { Segment } from '@/ui/segment'
import { copy, phaseText } from './copy'
import { FlashRow } from './flash-row'
import { clockText, firstSlot, isTomorrow, phaseAt } from './slots'
import './flash.scss'

type Props = {
  readonly slots: readonly FlashSlotView[]
  readonly now: () => EpochMs
  readonly onThisPhone: (at: EpochMs) => EpochMs
  /** A slot began or ended: how it stands is asked anew. */
  readonly onTurn: () => void
}

/** Slots by time; of one its clock and its goods, with what is sold as it is. */
export const SlotsScreen = ({ slots, now, onThisPhone, onTurn }: Props) => {
  const [chosen, setChosen] = useState<FlashSlotId | null>(null)
  const slot = slots.find(({ id }) => id === chosen) ?? firstSlot(slots, now())
  if (!slot) {
    return <EmptyState title={copy.emptyTitle} note={copy.emptyNote} action={copy.emptyAction} onTap={go.home} />
  }
  const phase = phaseAt(slot, now())
  const buy = ({ skuId }: FlashItemView) => go.checkout({ skuId, quantity: 1, flashSlotId: slot.id })
  const see = ({ productId }: FlashItemView) => go.product(productId)
  return (
    <>
      <Segment
        tabs={slots.map((each) => ({
          key: each.id,
          text: `${copy.tab(clockText(each.startsAt), isTomorrow(each.startsAt, now()))} ${phaseText[phaseAt(each, now())]}`,
        }))}
        on={slot.id}
        onChange={setChosen}
      />
      <Card>
        <View className="row sp">
          <View className="h">{slot.name}</View>
          {phase === 'over' ? (
            <View className="n2">{copy.over(clockText(slot.endsAt))}</View>
          ) : (
            <View className="row flash-clock">
              <CountDown
                key={`${slot.id}${phase}`}
                until={onThisPhone(phase === 'running' ? slot.endsAt : slot.startsAt)}
                isSoft
                onEnd={onTurn}
              />
              <View className="n2">{phase === 'running' ? copy.until : copy.starts}</View>
            </View>
          )}
        </View>
        {slot.items.length === 0 && <View className="n2 mt3">{copy.emptySlot}</View>}
        {slot.items.map((item) => (
          <FlashRow
            key={item.skuId}
            item={item}
            phase={phase}
            starts={clockText(slot.startsAt)}
            onBuy={buy}
            onSee={see}
          />
        ))}
      </Card>
      <View className="flash-rules n1">{copy.rules}</View>
    </>
  )
}
