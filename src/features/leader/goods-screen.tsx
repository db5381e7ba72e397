import { useState } from 'react'
import { View } from '@tarojs/components'
import type { RollUpView } from '@/contract/leader'
import type { SkuId } from '@/domain/ids'
import type { Place } from '@/domain/sale/roll-up'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { ImageBox } from '@/ui/image-box'
import { Hint } from '@/ui/notice'
import { CountSheet } from './count-sheet'
import { CountChip } from './goods-row'
import { copy } from './copy'
import type { Counts } from './use-goods'
import { goodsName } from './words'
import './leader.scss'

const words = copy.roll

type Props = {
  readonly view: RollUpView
  readonly isSaving: boolean
  readonly onReceive: (counts: Counts) => Promise<boolean>
  readonly onShort: (skuId: SkuId) => void
}

type Row = RollUpView['rows'][number]
const COUNTING: ReadonlySet<RollUpView['state']> = new Set(['closed', 'picking', 'delivered'])

/** What to bring, by product and place; what came is counted here, product by product or all at once. */
export const GoodsScreen = ({ view, isSaving, onReceive, onShort }: Props) => {
  const [counting, setCounting] = useState<Row | null>(null)
  const isCounting = COUNTING.has(view.state)
  const sold = view.rows.filter((row) => row.sold > 0)
  const uncounted = sold.filter((row) => row.received === null)
  if (sold.length === 0) return <EmptyState {...words.empty} />
  return (
    <>
      <Card look="up">
        <View className="b">{view.title}</View>
        <View className="n2">{words.total(view.people, view.orders, view.sold - view.cut)}</View>
        {view.unpaid > 0 && (
          <Hint icon="clock" tone="honey" className="mt2">
            {words.unpaid(view.unpaid)}
          </Hint>
        )}
        {!isCounting && <View className="n1 mt2">{words.late}</View>}
        {isCounting && uncounted.length > 0 && (
          <View className="mt3">
            <Button
              kind="leaf"
              width="wide"
              icon="check"
              isBusy={isSaving}
              onTap={() =>
                void onReceive(uncounted.map(({ skuId, sold: units, cut }) => ({ skuId, received: units - cut })))
              }
            >
              {words.all}
            </Button>
          </View>
        )}
      </Card>
      <Card>
        {sold.map((row) => (
          <RollRow
            key={row.skuId}
            row={row}
            view={view}
            isCounting={isCounting}
            onCount={() => setCounting(row)}
            onShort={() => onShort(row.skuId)}
          />
        ))}
      </Card>
      {counting && (
        <CountSheet
          row={counting}
          isSaving={isSaving}
          onClose={() => setCounting(null)}
          onSave={(received) =>
            void onReceive([{ skuId: counting.skuId, received }]).then((isDone) => isDone && setCounting(null))
          }
        />
      )}
    </>
  )
}

type RowProps = {
  readonly row: Row
  readonly view: RollUpView
  readonly isCounting: boolean
  readonly onCount: () => void
  readonly onShort: () => void
}

const RollRow = ({ row, view, isCounting, onCount, onShort }: RowProps) => {
  const goods = view.goods.find(({ skuId }) => skuId === row.skuId)
  const isDecided = row.cut > 0
  const missing = Math.max(0, -(row.difference ?? 0))
  return (
    <View className="roll-item">
      <View className="roll-line">
        <View className="roll-thumb">{goods && <ImageBox picture={goods.picture} isSmall isSquare />}</View>
        <View className="grow">
          <View className="roll-name">{goods ? goodsName(goods) : row.label}</View>
          <View className="n1">{copy.goods.orders(row.orders)}</View>
        </View>
        <View className="roll-side">
          <View className="roll-count">{copy.goods.units(row.sold - row.cut)}</View>
          {isCounting && <CountChip row={{ ...row, isDecided }} />}
        </View>
        {isCounting && (
          <Button kind="line" isSmall label={copy.goods.countOf(row.label)} onTap={onCount}>
            {row.received === null ? copy.goods.count : words.back}
          </Button>
        )}
      </View>
      {row.cells.length > 1 && (
        <View className="roll-cells n2">
          {row.cells
            .filter((cell) => cell.sold > cell.cut)
            .map((cell) => (
              <View key={cell.place ?? ''}>{words.cell(placeName(view, cell.place), cell.sold - cell.cut)}</View>
            ))}
        </View>
      )}
      {isCounting && (missing > 0 || isDecided) && (
        <View className="roll-ways">
          <Button kind={missing > 0 ? 'soft' : 'ghost'} isSmall onTap={onShort}>
            {copy.short.see}
          </Button>
        </View>
      )}
    </View>
  )
}

const placeName = ({ pickupPoints }: RollUpView, place: Place): string =>
  pickupPoints.find(({ id }) => id === place)?.name ?? words.noPlace
