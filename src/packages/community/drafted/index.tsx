import type { NeighbourDraftView } from '@/contract/sale'
import { readShareCode } from '@/domain/share/link'
import { copy, refused } from '@/features/sale/copy'
import { DraftedScreen } from '@/features/sale/drafted-screen'
import { read } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { member } from '@/platform/session'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

/** Where the link leads under which a leader hands on an order written down for a neighbour. */
export default function DraftedPage() {
  const code = readShareCode(useQuery()) ?? ''
  const { view, trouble, isAsking, ask } = useScreen<NeighbourDraftView>(() => read('sale', 'drafted', { code }), code)
  useShown(() => void ask())
  const pay = async (draft: NeighbourDraftView) => {
    if (!(await member())) return
    go.checkoutSale({
      saleId: draft.saleId,
      items: draft.lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
      draftCode: draft.code,
      pickupPointId: draft.pickupPoint?.id,
    })
  }
  return (
    <Page tone="warm" isDocked={view !== null}>
      <NavBar title={copy.drafted.title} />
      {view ? (
        <DraftedScreen view={view} onPay={() => void pay(view)} onSale={() => go.sale(view.saleId)} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}
