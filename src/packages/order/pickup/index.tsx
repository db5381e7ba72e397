import type { OrderId } from '@/domain/ids'
import { PickupScreen } from '@/features/order/pickup-screen'
import { saleCopy, saleRefused } from '@/features/order/sale-copy'
import { usePickupKey } from '@/features/order/use-pickup-key'
import { go } from '@/platform/navigate'
import { usePulled, useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

/** The code of one bag, to be held out at the door; opened once, it needs no network. */
export default function PickupPage() {
  const orderId = (useQuery()['id'] ?? '') as OrderId
  const { held, trouble, isAsking, isFromPhone, ask } = usePickupKey(orderId)
  useShown(() => void ask())
  usePulled(ask)
  const seeOrder = () => go.orderInstead(orderId)
  return (
    <Page tone="warm">
      <NavBar title={saleCopy.code.title} />
      {held ? (
        <PickupScreen held={held} isFromPhone={isFromPhone} onOrder={seeOrder} />
      ) : trouble?.refusal?.code === 'pickup.not-ready' ? (
        <EmptyState
          title={saleCopy.code.noneTitle}
          note={saleCopy.safe[0].title}
          action={saleCopy.code.see}
          onTap={seeOrder}
        />
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, saleRefused)}
          facts={saleCopy.safe}
          isBusy={isAsking}
          onTap={() => void ask()}
        />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}
