import { useEffect } from 'react'
import { View } from '@tarojs/components'
import type { OrderId } from '@/domain/ids'
import { AskRow } from '@/features/message/ask-row'
import { copy, refused } from '@/features/order/copy'
import { PaidScreen } from '@/features/order/paid-screen'
import { read } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useIsVisible, useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { useShared } from '@/platform/share'
import { SECOND } from '@/domain/time'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'
import { PaidInSale } from './paid-in-sale'

/** WeChat's notice is seconds behind its pay sheet at worst; the page looks again until it has come. */
const LOOK_AGAIN = 2 * SECOND

/** What is worth hearing of, by how the goods come. */
const paidBy = { pickup: 'paid-pickup', local: 'paid', express: 'paid-express' } as const

export default function PayResultPage() {
  const orderId = (useQuery()['id'] ?? '') as OrderId
  const { view, trouble, ask, isAsking } = useScreen(
    () => asMember(() => read('order', 'detail', { orderId })),
    orderId,
  )
  const isVisible = useIsVisible()
  const isWaiting = view !== null && view.money === 'unpaid' && isVisible
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => void ask(), LOOK_AGAIN)
    return () => clearTimeout(timer)
  }, [isWaiting, view, ask])

  // bought in a group, the group's page is what comes next: who is in it, and whom one could ask
  const groupId = view && view.money !== 'unpaid' ? view.group?.id : undefined
  useEffect(() => {
    if (groupId) go.groupInstead(groupId)
  }, [groupId])

  const sale = view?.sale ?? null
  const asked = view && view.money !== 'unpaid' && <AskRow moment={sale ? 'sale-joined' : paidBy[view.deliveryKind]} />
  return (
    <Page tone="leaf">
      {(sale === null || sale.number === null) && <ShopShared />}
      <NavBar onBack={sale ? () => go.backToSale(sale.id) : go.home} />
      {view && sale && sale.number !== null ? (
        <PaidInSale order={view} sale={{ ...sale, number: sale.number }}>
          {asked}
        </PaidInSale>
      ) : view && !groupId ? (
        <PaidScreen order={view} onSee={() => go.orderInstead(orderId)} onHome={go.home}>
          {asked}
        </PaidScreen>
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <View>
          <SkeletonCards />
        </View>
      )}
    </Page>
  )
}

/** A receipt is nobody else's: what WeChat's own menu hands on here is the shop. */
const ShopShared = () => {
  useShared({ title: copy.paid.shopCard, path: '/pages/home/index', picture: null })
  return null
}
