import { useCallback } from 'react'
import { View } from '@tarojs/components'
import type { OrderTab } from '@/contract/order'
import type { OrderId } from '@/domain/ids'
import { AskSheet } from '@/features/order/ask-sheet'
import { buyAgain } from '@/features/order/buy-again'
import { copy, refused, tabText } from '@/features/order/copy'
import { OrderRow } from '@/features/order/order-row'
import { useActs } from '@/features/order/use-acts'
import { useOrders } from '@/features/order/use-orders'
import { go } from '@/platform/navigate'
import { useAtBottom, usePulled, useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { Segment } from '@/ui/segment'
import { SkeletonLines } from '@/ui/skeleton'

const tabs = Object.keys(tabText) as OrderTab[]
const tabOf = (text: string | undefined): OrderTab => tabs.find((tab) => tab === text) ?? 'all'

export default function OrderListPage() {
  const orders = useOrders(tabOf(useQuery()['tab']))
  const { view, trouble, ask } = orders
  const acts = useActs({
    onView: () => void ask(),
    onPaid: (orderId, isPaid) => (isPaid ? go.order(orderId) : void ask()),
    onBuyAgain: (orderId) => void buyAgain(orderId).then((isIn) => isIn && go.cart()),
    onChangeAddress: go.order,
  })
  useShown(() => void ask())
  useAtBottom(() => void orders.more())
  usePulled(ask)
  const open = useCallback((orderId: OrderId) => go.order(orderId), [])
  const deadline = useCallback(() => void ask(), [ask])

  return (
    <Page>
      <NavBar title={copy.listTitle} />
      <Segment
        tabs={tabs.map((key) => ({ key, text: tabText[key], count: view?.counts[key] ?? 0 }))}
        on={orders.tab}
        onChange={orders.setTab}
      />
      {view ? (
        view.items.length === 0 ? (
          <EmptyState title={copy.emptyTitle} note={copy.emptyNote} action={copy.emptyAction} onTap={go.home} />
        ) : (
          <>
            {view.items.map((order) => (
              <OrderRow key={order.id} order={order} onOpen={open} onAct={acts.start} onDeadline={deadline} />
            ))}
            {!view.next && <View className="order-end n1">{copy.more}</View>}
          </>
        )
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, refused)}
          facts={copy.safe}
          isBusy={orders.isAsking}
          onTap={() => void ask()}
        />
      ) : (
        <SkeletonLines />
      )}
      <AskSheet acts={acts} />
    </Page>
  )
}
