/** The wallet by tab, with how many there are in each. */
import { useState } from 'react'
import type { CallOutput } from '@/contract'
import { read } from '@/platform/call'
import { useMore, type More } from '@/platform/more'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import type { CouponTab } from './copy'

type Wallet = CallOutput<'coupon', 'mine'>
export type Mine = Omit<Screen<Wallet>, 'show'> & {
  readonly tab: CouponTab
  readonly setTab: (tab: CouponTab) => void
  readonly list: More<Wallet['items'][number]>
}

export const useMine = (): Mine => {
  const [tab, setTab] = useState<CouponTab>('usable')
  // what is drawn belongs to its tab: another one starts empty
  const screen = useScreen<Wallet & { readonly of: CouponTab }>(async () => {
    const answer = await asMember(() => read('coupon', 'mine', { tab }))
    return answer?.ok ? { ok: true, data: { ...answer.data, of: tab } } : answer
  }, tab)
  const view = screen.view?.of === tab ? screen.view : null
  const list = useMore(view, (cursor) => read('coupon', 'mine', { tab, cursor }))
  return { ...screen, view, tab, setTab, list }
}
