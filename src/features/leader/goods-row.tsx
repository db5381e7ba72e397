import { memo } from 'react'
import { View } from '@tarojs/components'
import type { GoodsRow as Row } from '@/contract/leader'
import { Chip } from '@/ui/chip'
import { ImageBox } from '@/ui/image-box'
import { copy } from './copy'

type Counted = Pick<Row, 'sold' | 'cut' | 'received' | 'isDecided'>

/** What came short of what is still promised, 0 if nothing did. */
export const missingOf = ({ sold, cut, received }: Counted): number =>
  received === null ? 0 : Math.max(0, sold - cut - received)

/** Somebody has to decide who goes short. */
export const isShort = (row: Counted): boolean => !row.isDecided && missingOf(row) > 0

const words = copy.goods

/** How the counting of a product stands, as a chip. */
export const CountChip = ({ row }: { readonly row: Counted }) => {
  const { received, sold, cut } = row
  if (received === null) return <Chip isSmall>{words.toCount}</Chip>
  if (row.isDecided && cut > 0)
    return (
      <Chip isSmall tone="leaf">
        {words.shared(cut)}
      </Chip>
    )
  const missing = missingOf(row)
  if (missing > 0)
    return (
      <Chip isSmall tone="honey">
        {words.short(missing)}
      </Chip>
    )
  const over = received - (sold - cut)
  return (
    <Chip isSmall tone={over > 0 ? 'honey' : 'leaf'}>
      {over > 0 ? words.over(over) : words.counted}
    </Chip>
  )
}

/** A product in the roll-up: how many, in how many orders, whether it has been counted. */
export const GoodsRow = memo(({ row, isCounting }: { readonly row: Row; readonly isCounting: boolean }) => (
  <View className="roll-line">
    <View className="roll-thumb">
      <ImageBox picture={row.picture} isSmall isSquare />
    </View>
    <View className="grow">
      <View className="roll-name cut">{row.title}</View>
      <View className="n1">{words.orders(row.orders)}</View>
    </View>
    <View className="roll-side">
      <View className="roll-count">{words.units(row.sold)}</View>
      {isCounting && <CountChip row={row} />}
    </View>
  </View>
))
GoodsRow.displayName = 'GoodsRow'
