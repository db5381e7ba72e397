import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SaleBoard, WorkbenchView } from '@/contract/leader'
import type { OrderId, SaleId, SkuId } from '@/domain/ids'
import { shopClock } from '@/domain/time'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { FiguresCard } from './figures-card'
import { GoodsCard } from './goods-card'
import { ShortCard } from './short-card'
import { UnpaidCard } from './unpaid-card'
import { copy } from './copy'
import { exactYuan, nextMoment } from './words'
import { isShort } from './goods-row'
import './leader.scss'

export type BenchWays = {
  readonly onNudge: (orderId: OrderId) => void
  readonly onUnpaid: (saleId: SaleId) => void
  readonly onGoods: (saleId: SaleId, shortOf?: SkuId) => void
  readonly onPrint: (saleId: SaleId) => void
  readonly onBooks: () => void
  readonly onLeftover: (saleId: SaleId) => void
}
type Props = BenchWays & {
  readonly view: WorkbenchView
  readonly board: SaleBoard
  readonly busy: string | null
  /** The sync badge. */
  readonly badge: ReactNode
  /** The step that comes next, where there is one. */
  readonly next: ReactNode
  /** Everything else about the sale. */
  readonly children: ReactNode
}

/** Tonight at one look: the numbers, what is wrong, who has not paid, what to put into the bags. */
export const BenchScreen = ({ view, board, busy, badge, next, children, ...ways }: Props) => (
  <>
    <BenchHead view={view} board={board} badge={badge} />
    <FiguresCard board={board} leftover={view.leftover} onLeftover={ways.onLeftover} />
    {view.money.toConfirmFen > 0 && (
      <Card className="bench-confirm">
        <View className="row">
          <Hint icon="card" className="grow">
            {copy.money.confirm(exactYuan(view.money.toConfirmFen))}
          </Hint>
          <Button kind="leaf" isSmall onTap={ways.onBooks}>
            {copy.money.go}
          </Button>
        </View>
      </Card>
    )}
    {next}
    {board.goods.filter(isShort).map((row) => (
      <ShortCard key={row.skuId} saleId={board.id} row={row} onSee={() => ways.onGoods(board.id, row.skuId)} />
    ))}
    {board.unpaid.length > 0 && (
      <UnpaidCard board={board} busy={busy} onNudge={ways.onNudge} onAll={() => ways.onUnpaid(board.id)} />
    )}
    <GoodsCard board={board} onGoods={() => ways.onGoods(board.id)} onPrint={() => ways.onPrint(board.id)} />
    {children}
  </>
)

type HeadProps = { readonly view: WorkbenchView; readonly board: SaleBoard | null; readonly badge: ReactNode }

export const BenchHead = ({ view, board, badge }: HeadProps) => {
  const now = usePhone().now()
  return (
    <View className="bench-head">
      <Avatar name={view.name} url={view.avatar} size={44} />
      <View className="grow">
        <View className="bench-hello cut">{copy.hello(view.name, shopClock(now).hour)}</View>
        {board && <View className="n2 cut">{`${board.title} · ${nextMoment(board, now)}`}</View>}
      </View>
      {badge}
    </View>
  )
}
