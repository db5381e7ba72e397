import { View } from '@tarojs/components'
import type { GoodsRow, ShortageView } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { yuanText } from '@/domain/money'
import { read } from '@/platform/call'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { Bone } from '@/ui/bone'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ImageBox } from '@/ui/image-box'
import { copy } from './copy'
import { missingOf } from './goods-row'

const words = copy.short

type Props = { readonly saleId: SaleId; readonly row: GoodsRow; readonly onSee: () => void }

/** Something came short: what the stated rule will do, to the fen, before anybody presses a button. */
export const ShortCard = ({ saleId, row, onSee }: Props) => {
  const { skuId, received } = row
  const { view, trouble } = useScreen<ShortageView>(
    () => asMember(() => read('leader', 'shortage', { saleId, skuId })),
    `${skuId}.${received}`,
  )
  return (
    <Card className="short-card">
      <View className="row">
        <View className="short-thumb">
          <ImageBox picture={row.picture} isSmall isSquare />
        </View>
        <View className="grow">
          <View className="b">{words.title(row.label, missingOf(row))}</View>
          <View className="short-note">{words.note(row.sold, received ?? 0)}</View>
        </View>
        <Button isSmall className="short-see" onTap={onSee}>
          {words.see}
        </Button>
      </View>
      {view ? <View className="short-way">{wayOf(view)}</View> : !trouble && <Bone width="92%" height={13} top={12} />}
    </Card>
  )
}

const wayOf = ({ policy, received, outlines }: ShortageView): string => {
  const stated = outlines.find((outline) => outline.policy === policy)
  const cut = stated?.cuts.reduce((n, row) => n + row.cut, 0) ?? 0
  return stated
    ? words.by[policy](received, cut, yuanText(stated.refundFen), yuanText(stated.commissionFen))
    : copy.policy[policy]
}
