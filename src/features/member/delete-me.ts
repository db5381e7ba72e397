import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember, signOut } from '@/platform/session'
import { showCartCount } from '@/platform/tab-badge'
import { notify } from '@/ui/notice'
import { refused } from './copy'

type Ended = { readonly outcome: 'gone' | 'failed' } | { readonly outcome: 'open-orders'; readonly openOrders: number }

/** Leaves the shop for good. A failure has been said already. */
export const deleteMe = async (): Promise<Ended> => {
  const answer = await asMember(() => call('member', 'deleteMe', { confirm: 'delete' }))
  if (!answer) return { outcome: 'failed' }
  if (answer.ok) {
    signOut()
    showCartCount(0)
    return { outcome: 'gone' }
  }
  if (answer.refusal?.code === 'member.has-open-orders')
    return { outcome: 'open-orders', openOrders: answer.refusal.openOrders }
  notify(saidOf(answer, refused))
  return { outcome: 'failed' }
}
