import { View } from '@tarojs/components'
import type { FlashItemView } from '@/contract/flash'
import { Button } from '@/ui/button'
import { tagYuan } from '@/ui/coupon-words'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import type { Phase } from './slots'
import './flash.scss'

type Props = {
  readonly item: FlashItemView
  readonly phase: Phase
  /** When the slot begins, as on the clock. */
  readonly starts: string
  readonly onBuy: (item: FlashItemView) => void
  readonly onSee: (item: FlashItemView) => void
}

export const FlashRow = ({ item, phase, starts, onBuy, onSee }: Props) => {
  const { title, options, picture, flashFen, saleFen, perPerson } = item
  return (
    <View className="flash-row" {...tap(() => onSee(item), copy.open(title), { role: 'link' })}>
      <View className="flash-picture">
        <ImageBox picture={picture} isSmall />
      </View>
      <View className="grow">
        <View className="b two-lines">{title}</View>
        <View className="n1 cut">{[...options, copy.limit(perPerson)].join(' · ')}</View>
        <Sold item={item} phase={phase} />
        <View className="row sp flash-foot">
          <View className="row base">
            <PriceText fen={flashFen} size={22} />
            <View className="was">{copy.was(tagYuan(saleFen))}</View>
          </View>
          <Key item={item} phase={phase} starts={starts} onBuy={onBuy} onSee={onSee} />
        </View>
      </View>
    </View>
  )
}

/** As many as there are and as many as were sold; before the start there is nothing to fill a bar with. */
const Sold = ({ item: { sold, stockShare, isSoldOut }, phase }: Pick<Props, 'item' | 'phase'>) => {
  if (phase === 'before') return <View className="n1">{copy.share(stockShare)}</View>
  const percent = stockShare > 0 ? Math.min(100, Math.floor((sold * 100) / stockShare)) : 100
  return (
    <View className="flash-sold">
      <View className="flash-bar" {...{ 'aria-hidden': 'true' }}>
        <View className={isSoldOut ? 'flash-done flash-all' : 'flash-done'} style={`width:${percent}%`} />
      </View>
      <View className="n1">
        {isSoldOut && sold >= stockShare ? copy.soldAll(stockShare) : copy.sold(sold, stockShare)}
      </View>
    </View>
  )
}

const Key = ({ item, phase, starts, onBuy, onSee }: Props) => {
  if (phase === 'running' && !item.isSoldOut) {
    return (
      <Button isSmall label={copy.buyIt(item.title)} onTap={() => onBuy(item)}>
        {copy.buy}
      </Button>
    )
  }
  if (phase === 'before') return <View className="n2">{copy.notYet(starts)}</View>
  return (
    <Button isSmall kind="line" onTap={() => onSee(item)}>
      {copy.see}
    </Button>
  )
}
