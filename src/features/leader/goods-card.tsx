import { View } from '@tarojs/components'
import type { SaleBoard } from '@/contract/leader'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { GoodsRow } from './goods-row'

const words = copy.goods

type Props = { readonly board: SaleBoard; readonly onGoods: () => void; readonly onPrint: () => void }

/** The roll-up: a tap leads to counting in. */
export const GoodsCard = ({ board, onGoods, onPrint }: Props) => (
  <Card>
    <View className="row sp">
      <View className="h">{words.title}</View>
      <View className="more" {...tap(onPrint)}>
        <Icon name="printer" size={16} />
        {words.print}
      </View>
    </View>
    {board.goods.length === 0 ? (
      <View className="n2 mt2">{words.none}</View>
    ) : (
      <View className="mt2" {...tap(onGoods, words.title, { role: 'link' })}>
        {board.goods.map((row) => (
          <GoodsRow key={row.skuId} row={row} isCounting={board.state !== 'open' && board.state !== 'draft'} />
        ))}
      </View>
    )}
  </Card>
)
