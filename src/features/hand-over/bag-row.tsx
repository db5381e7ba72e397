import { memo } from 'react'
import { View } from '@tarojs/components'
import type { KitBag } from '@/contract/leader'
import { Chip } from '@/ui/chip'
import { tap } from '@/ui/tap'
import { copy } from './copy'

type Props = {
  readonly bag: KitBag
  readonly isHanded: boolean
  /** The shop has not heard of it. */
  readonly isPending: boolean
  readonly onOpen: (bag: KitBag) => void
}

/** What is written on the bag first: the number. */
export const BagRow = memo(({ bag, isHanded, isPending, onOpen }: Props) => (
  <View className="bag-row" {...tap(() => onOpen(bag), copy.row(copy.numbers(bag.numbers), bag.name))}>
    <View className={isHanded ? 'bag-number bag-gone' : 'bag-number'}>{bag.numbers[0]}</View>
    <View className="grow">
      <View className="row base">
        <View className="b">{bag.name}</View>
        {bag.phoneTail && <View className="n1">{copy.tail(bag.phoneTail)}</View>}
        {bag.numbers.length > 1 && <View className="n1">{copy.numbers(bag.numbers)}</View>}
      </View>
      <View className="n2 cut">{bag.text || copy.gone}</View>
    </View>
    <Chip isSmall tone={isPending ? 'honey' : isHanded ? 'leaf' : 'plain'}>
      {isPending ? copy.badge.waiting(1) : isHanded ? copy.bag.handed : copy.bag[bag.bag]}
    </Chip>
  </View>
))
BagRow.displayName = 'BagRow'
