import { useRef } from 'react'
import type { OrderId } from '@/domain/ids'
import { quoteRows, titlesOf, unusedRows } from '@/features/checkout/explain'
import { Unused } from '@/features/checkout/quote-card'
import { AskSheet } from '@/features/order/ask-sheet'
import { buyAgain } from '@/features/order/buy-again'
import { changeAddress } from '@/features/order/change-address'
import { copy, refused } from '@/features/order/copy'
import { OrderScreen } from '@/features/order/order-screen'
import { useActs } from '@/features/order/use-acts'
import { callPhone } from '@/platform/phone-call'
import { read } from '@/platform/call'
import { takeChosenAddress } from '@/platform/chosen-address'
import { go } from '@/platform/navigate'
import { usePulled, useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { copyText } from '@/platform/share'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { notify } from '@/ui/notice'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function OrderPage() {
  const orderId = (useQuery()['id'] ?? '') as OrderId
  const screen = useScreen(() => asMember(() => read('order', 'detail', { orderId })), orderId)
  const { view, trouble, ask, show } = screen
  const isChoosing = useRef(false)
  const acts = useActs({
    onView: show,
    onPaid: (id, isPaid) => (isPaid ? go.payResultInstead(id) : void ask()),
    onBuyAgain: (id) => void buyAgain(id).then((isIn) => isIn && go.cart()),
    onChangeAddress: () => {
      isChoosing.current = true
      go.addresses('choose')
    },
  })
  usePulled(ask)
  useShown(() => {
    const chosen = isChoosing.current ? takeChosenAddress() : null
    isChoosing.current = false
    if (chosen) void changeAddress(orderId, chosen).then((changed) => changed && show(changed))
    else void ask()
  })

  const copyOut = (text: string) => void copyText(text).then((isDone) => isDone && notify(copy.copied, 'check'))
  return (
    <Page tone="warm" isDocked={view !== null && view.acts.length > 0}>
      <NavBar title={copy.title} />
      {view ? (
        <OrderScreen
          order={view}
          busy={acts.busy}
          quoteRows={quoteRows(view.quote, { deliveryKind: view.deliveryKind, titles: titlesOf(view.lines) })}
          unused={<Unused rows={unusedRows(view.quote)} />}
          onAct={(act) => acts.start(view, act)}
          onOpenProduct={go.product}
          onOpenGroup={go.group}
          onOpenSale={go.sale}
          onShowCode={go.pickup}
          onCopy={copyOut}
          onCall={callPhone}
          onDeadline={() => void ask()}
        />
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, refused)}
          facts={copy.safe}
          isBusy={screen.isAsking}
          onTap={() => void ask()}
        />
      ) : (
        <SkeletonCards />
      )}
      <AskSheet acts={acts} />
    </Page>
  )
}
