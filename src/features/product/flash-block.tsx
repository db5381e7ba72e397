import { View } from '@tarojs/components'
import { CountDown } from '@/ui/count-down'
import { Hint } from '@/ui/notice'
import { copy } from './copy'
import type { FlashOffer } from './flash-offer'
import { clockText } from './clock-text'
import { shortYuan } from './shelf-copy'
import './product.scss'

const words = copy.flash

type Props = { readonly offer: FlashOffer; readonly onTurn: () => void }

/** The flash sale in three facts: until when, how many are left, how many one may take. */
export const FlashBlock = ({ offer, onTurn }: Props) => {
  const { state, startsAt, endsAt, item } = offer
  const { left, perPerson, flashFen } = item
  if (state === 'sold-out') {
    return (
      <Hint icon="clock" tone="honey" className="mt3">
        {words.soldOut}
      </Hint>
    )
  }
  const isOpen = state === 'running'
  return (
    <Hint icon="clock" tone="accent" className="mt3">
      <View className="row sp flash-line">
        <View className="b">{isOpen ? words.open : words.at(clockText(startsAt), shortYuan(flashFen))}</View>
        <View className="row">
          <CountDown key={state} until={isOpen ? endsAt : startsAt} isSoft onEnd={onTurn} />
          {isOpen ? words.ends : words.begins}
        </View>
      </View>
      <View>{isOpen ? words.facts(left, perPerson) : words.limit(perPerson)}</View>
    </Hint>
  )
}
