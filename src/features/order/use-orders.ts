/** The list of orders by tab: first page with counts, more at the bottom, and a fresh look when the page comes back. */
import { useRef, useState } from 'react'
import type { CallOutput } from '@/contract'
import type { OrderTab } from '@/contract/order'
import { read } from '@/platform/call'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'

export type OrderList = CallOutput<'order', 'list'>

export const useOrders = (first: OrderTab) => {
  const [tab, setTab] = useState(first)
  const screen: Screen<OrderList> = useScreen(() => asMember(() => read('order', 'list', { tab })), tab)
  const isMore = useRef(false)

  const more = async (): Promise<void> => {
    const { view } = screen
    if (!view?.next || isMore.current) return
    isMore.current = true
    const answer = await read('order', 'list', { tab, cursor: view.next })
    isMore.current = false
    if (answer.ok)
      screen.show({ items: [...view.items, ...answer.data.items], next: answer.data.next, counts: view.counts })
  }

  return { ...screen, tab, setTab, more }
}
