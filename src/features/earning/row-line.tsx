import { memo } from 'react'
import { View } from '@tarojs/components'
import type { StatementRowView } from '@/contract/earning'
import { minuteText } from '@/domain/time'
import { ImageBox } from '@/ui/image-box'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { rowTitle, signedText } from './words'

type Props = { readonly row: StatementRowView; readonly onOpen: (row: StatementRowView) => void }

/** One row; a tap tells the whole of it. */
export const RowLine = memo(({ row, onOpen }: Props) => (
  <View className="money-row" {...tap(() => onOpen(row), `${rowTitle(row)}，${signedText(row.amountFen)}`)}>
    <View className="money-thumb">{row.goods && <ImageBox picture={row.goods.picture} isSmall isSquare />}</View>
    <View className="grow">
      <View className="cut">{rowTitle(row)}</View>
      <View className="n1 cut">
        {[row.attribution && copy.row.buyer(row.attribution.buyer), minuteText(row.bookedAt)]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </View>
    <View className="money-side">
      <View className={row.state === 'dropped' ? 'money-off' : 'b'}>{signedText(row.amountFen)}</View>
      <View className={row.state === 'payable' || row.state === 'paid' ? 'n1 leafy' : 'n1'}>
        {copy.row.state[row.state]}
      </View>
    </View>
  </View>
))
RowLine.displayName = 'RowLine'
