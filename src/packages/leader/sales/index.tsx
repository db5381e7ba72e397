import type { SaleRow } from '@/contract/leader'
import { copy, refused } from '@/features/leader/copy'
import { SalesScreen } from '@/features/leader/sales-screen'
import { read } from '@/platform/call'
import { useMore } from '@/platform/more'
import { go } from '@/platform/navigate'
import { useAtBottom, usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

type Sales = { readonly items: readonly SaleRow[]; readonly next: string | null }

/** All sales of this leader. */
export default function SalesPage() {
  const { view, trouble, isAsking, ask } = useScreen<Sales>(() => asMember(() => read('leader', 'sales', {})))
  const list = useMore(view, (cursor) => read('leader', 'sales', { cursor }))
  usePulled(ask)
  useShown(() => void ask())
  useAtBottom(() => void list.more())
  const open = (row: SaleRow) =>
    row.state === 'draft' ? go.editSale({ from: 'self', saleId: row.id }) : go.saleOrders(row.id)
  return (
    <Page tone="leaf" isDocked>
      <NavBar title={copy.sales.title} />
      {view ? (
        <SalesScreen
          items={list.items}
          isEnd={list.isEnd}
          onOpen={open}
          onAgain={(saleId) => go.editSale({ from: 'sale', saleId })}
          onFirst={() => go.editSale({ from: 'nothing' })}
        />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards />
      )}
      <Dock>
        <Button width="grow" icon="plus" onTap={() => go.editSale({ from: 'nothing' })}>
          {copy.more.fresh}
        </Button>
      </Dock>
    </Page>
  )
}
