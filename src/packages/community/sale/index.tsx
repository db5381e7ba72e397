import type { SaleId } from '@/domain/ids'
import { readShareCode } from '@/domain/share/link'
import { copy, refused } from '@/features/sale/copy'
import { useSale, type Entry } from '@/features/sale/use-sale'
import { usePulled, useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'
import { Sale } from './sale'

/** Where a sale's card leads, and every other way to it: the card brings a code, the shop itself the id. */
const entryOf = (query: ReturnType<typeof useQuery>): Entry => {
  const code = readShareCode(query)
  const saleId = query['id']
  return code ? { code } : saleId ? { saleId: saleId as SaleId } : null
}

export default function SalePage() {
  const page = useSale(entryOf(useQuery()))
  usePulled(page.refresh)
  // back from paying: one's own place in the chain
  useShown(() => void (page.view && page.refresh()))
  const { view, trouble } = page
  return (
    <Page tone="warm" isDocked={view !== null}>
      <NavBar title={copy.title} />
      {view ? (
        <Sale key={view.id} page={page} view={view} />
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, refused)}
          facts={copy.safe}
          isBusy={page.isAsking}
          onTap={() => void page.ask()}
        />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}
