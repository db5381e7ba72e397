import { memo, useState } from 'react'
import { View } from '@tarojs/components'
import type { SaleOrderRow, SaleOrderTab } from '@/contract/leader'
import type { OrderId } from '@/domain/ids'
import { yuanText } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { EmptyState } from '@/ui/empty-state'
import { momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { SearchBar } from '@/ui/search-bar'
import { Segment } from '@/ui/segment'
import { SkeletonLines } from '@/ui/skeleton'
import { SureSheet } from './sure-sheet'
import { copy } from './copy'
import type { SaleOrders } from './use-sale-orders'
import './leader.scss'

const words = copy.orders
const TABS = Object.keys(copy.tabs) as SaleOrderTab[]

/** Who ordered: found by number, name, tail or thing. */
export const OrdersScreen = ({ page }: { readonly page: SaleOrders }) => {
  const now = usePhone().now()
  const [returning, setReturning] = useState<OrderId | null>(null)
  const { view, list, tab, busy } = page
  return (
    <>
      <View className="orders-find">
        <SearchBar value={page.text} hint={words.hint} onInput={page.type} onSubmit={page.type} />
      </View>
      <Segment
        tabs={TABS.map((key) => ({ key, text: copy.tabs[key], ...(view ? { count: view.counts[key] } : {}) }))}
        on={tab}
        onChange={page.toTab}
      />
      {!view ? (
        <SkeletonLines count={6} />
      ) : list.items.length === 0 ? (
        <EmptyState {...words.empty} />
      ) : (
        <Card look="flat">
          {list.items.map((row) => (
            <OrderRow
              key={row.id}
              row={row}
              now={now}
              isBusy={busy === row.id}
              onNudge={page.nudge}
              onReturn={setReturning}
            />
          ))}
          {list.isEnd && <View className="n1 center orders-end">{words.end}</View>}
        </Card>
      )}
      {returning && (
        <SureSheet
          title={words.return}
          note={words.returnSure}
          isBusy={busy === returning}
          onClose={() => setReturning(null)}
          onYes={() => void page.returnBag(returning).then((isDone) => isDone && setReturning(null))}
        />
      )}
    </>
  )
}

type RowProps = {
  readonly row: SaleOrderRow
  readonly now: EpochMs
  readonly isBusy: boolean
  readonly onNudge: (orderId: OrderId) => void
  readonly onReturn: (orderId: OrderId) => void
}

const OrderRow = memo(({ row, now, isBusy, onNudge, onReturn }: RowProps) => (
  <View className="order-line">
    <View className="order-number">{row.number ?? '–'}</View>
    <Avatar name={row.name} url={row.avatar} />
    <View className="grow">
      <View className="row base">
        <View className="b">{row.name}</View>
        {row.phoneTail && <View className="n1">{words.tail(row.phoneTail)}</View>}
      </View>
      <View className="n2 two-lines">{row.text || words.gone}</View>
      <View className="n1">{`¥${yuanText(row.totalFen)} · ${momentText(row.at, now)}`}</View>
    </View>
    <RowEnd row={row} isBusy={isBusy} onNudge={onNudge} onReturn={onReturn} />
  </View>
))
OrderRow.displayName = 'OrderRow'

const GONE: ReadonlySet<string> = new Set(['cancelled', 'closed', 'late-paid'])

const RowEnd = ({ row, isBusy, onNudge, onReturn }: Omit<RowProps, 'now'>) => {
  if (row.trade === 'awaiting-payment')
    return (
      <Button kind="soft" isSmall isBusy={isBusy} label={copy.unpaid.who(row.name)} onTap={() => onNudge(row.orderId)}>
        {copy.unpaid.nudge}
      </Button>
    )
  if (GONE.has(row.trade)) return <Chip isSmall>{words.gone}</Chip>
  if (row.bag === 'no-show')
    return (
      <Button kind="line" isSmall isBusy={isBusy} onTap={() => onReturn(row.orderId)}>
        {words.return}
      </Button>
    )
  return (
    <Chip isSmall tone={row.bag === 'handed' ? 'leaf' : row.bag === 'overdue' ? 'honey' : 'plain'}>
      {words.bag[row.bag]}
    </Chip>
  )
}
