import type { SaleOrderTab } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { copy, refused } from '@/features/leader/copy'
import { OrdersScreen } from '@/features/leader/orders-screen'
import { useSaleOrders } from '@/features/leader/use-sale-orders'
import { go } from '@/platform/navigate'
import { useAtBottom, usePulled, useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

const tabOf = (text: string | undefined): SaleOrderTab =>
  text !== undefined && text in copy.tabs ? (text as SaleOrderTab) : 'all'

/** Who ordered what. */
export default function SaleOrdersPage() {
  const { id, tab } = useQuery()
  const saleId = id as SaleId
  const page = useSaleOrders(saleId, tabOf(tab))
  const { view, trouble, isAsking, ask, list } = page
  usePulled(ask)
  useAtBottom(() => void list.more())
  return (
    <Page tone="leaf" isDocked>
      <NavBar title={copy.orders.title} />
      {trouble && !view ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <OrdersScreen page={page} />
      )}
      <Dock>
        <Button kind="line" width="grow" icon="edit" onTap={() => go.neighbourDrafts(saleId)}>
          {copy.orders.drafts}
        </Button>
        <Button width="grow" icon="list" isBusy={page.busy === 'csv'} onTap={page.exportAll}>
          {copy.orders.csv}
        </Button>
      </Dock>
    </Page>
  )
}
