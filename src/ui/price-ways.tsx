import { View } from '@tarojs/components'
import type { Fen } from '@/domain/money'
import { PriceText } from './price-text'
import './price-ways.scss'

export type Way = {
  readonly name: string
  readonly priceFen: Fen
  /** More than one price hides behind it. */
  readonly isFrom?: boolean
  /** What is saved, not paid: in leaf green. */
  readonly isSaving?: boolean
}

/** Prices stand side by side, baselines level; the first is the one the shopper would pay. */
export const PriceWays = ({ ways }: { readonly ways: readonly Way[] }) => (
  <View className="ways">
    {ways.map(({ name, priceFen, isFrom = false, isSaving = false }, place) => (
      <View className={`way${place === 0 ? ' way-first' : ''}${isSaving ? ' way-saving' : ''}`} key={name}>
        <View className="way-name">{name}</View>
        <PriceText fen={priceFen} size={place === 0 ? 30 : 20} isInk={place > 0} isFrom={isFrom} />
      </View>
    ))}
  </View>
)
