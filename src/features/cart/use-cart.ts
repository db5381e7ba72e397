/** The member's cart on a screen: every act answers with the whole cart, a tap shows at once and is taken back if refused. */
import { useCallback, useRef } from 'react'
import type { CartView } from '@/contract/cart'
import { call, read, type Answer } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember, isKnown } from '@/platform/session'
import { showCartCount } from '@/platform/tab-badge'
import { notify } from '@/ui/notice'
import type { SkuId } from '@/domain/ids'
import { refused } from './copy'
import { guess } from './guess'

export type Cart = Screen<CartView> & {
  readonly set: (skuId: SkuId, quantity: number) => void
  readonly select: (skuIds: readonly SkuId[], isSelected: boolean) => void
  readonly remove: (skuIds: readonly SkuId[]) => Promise<boolean>
}

const counted = (answer: Answer<CartView> | null): Answer<CartView> | null => {
  if (answer?.ok) showCartCount(answer.data.cartCount)
  return answer
}

export const useCart = (): Cart => {
  const screen = useScreen<CartView>(async () =>
    isKnown() ? counted(await asMember(() => read('cart', 'view', {}))) : null,
  )
  const { view, show, ask } = screen
  const shown = useRef(view)
  shown.current = view
  // taps that follow each other quickly are sent in their order, and only the last answer is drawn
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)

  const act = useCallback(
    async (run: () => Promise<Answer<CartView>>, ahead: (now: CartView) => CartView): Promise<boolean> => {
      if (shown.current) {
        shown.current = ahead(shown.current)
        show(shown.current)
      }
      waiting.current++
      const mine = line.current.then(run)
      line.current = mine
      const answer = counted(await mine)
      waiting.current--
      if (answer?.ok) {
        if (waiting.current === 0) show(answer.data)
        return true
      }
      if (answer) notify(saidOf(answer, refused))
      void ask()
      return false
    },
    [show, ask],
  )

  return {
    ...screen,
    set: (skuId, quantity) => void act(() => call('cart', 'set', { skuId, quantity }), guess.quantity(skuId, quantity)),
    select: (skuIds, isSelected) =>
      void act(() => call('cart', 'select', { skuIds: [...skuIds], isSelected }), guess.selection(skuIds, isSelected)),
    remove: (skuIds) => act(() => call('cart', 'remove', { skuIds: [...skuIds] }), guess.without(skuIds)),
  }
}
