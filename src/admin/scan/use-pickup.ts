/** From six digits to goods handed over: find what lies ready under the code, then hand it over against it. */
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { StaffOrderRow } from '@/contract/staff-order'
import { call, CloudFault } from '../cloud/call'
import { refusalText } from '../cloud/refusal-text'
import { faultText } from '../cloud/use-act'
import { copy as acts } from '../orders/acts-copy'
import { copy } from './copy'

export type Stage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'looking'; readonly code: string }
  /** One as a rule; more where two people drew the same digits, or they are the tail of another order's number. */
  | {
      readonly kind: 'found'
      readonly code: string
      readonly orders: readonly StaffOrderRow[]
      readonly isBusy: boolean
    }
  | { readonly kind: 'none'; readonly code: string }
  | { readonly kind: 'done'; readonly order: StaffOrderRow }
  | { readonly kind: 'trouble'; readonly code: string; readonly text: string; readonly isOffline: boolean }

const CODE = /^\d{6}$/
const BUZZ = { done: [90], trouble: [60, 80, 60] }

const troubleOf = (code: string, error: unknown): Stage => ({
  kind: 'trouble',
  code,
  text: faultText(error),
  isOffline: error instanceof CloudFault && error.code === 'unreachable',
})

export const usePickup = () => {
  const [stage, setStage] = useState<Stage>({ kind: 'ready' })
  const cache = useQueryClient()
  const end = (next: Stage): void => {
    // felt in the hand; a phone that can't, or must not, simply stays still
    navigator.vibrate?.(next.kind === 'done' ? BUZZ.done : BUZZ.trouble)
    setStage(next)
  }

  const look = async (text: string): Promise<void> => {
    const code = text.trim()
    if (!CODE.test(code)) return
    setStage({ kind: 'looking', code })
    try {
      const answer = await call('staff-order', 'list', { tab: 'to-pick-up', text: code, pageSize: 10 })
      if (!answer.ok) return end({ kind: 'trouble', code, text: refusalText({}, answer.refusal), isOffline: false })
      const orders = answer.data.rows.filter((row) => row.acts.includes('hand-over'))
      if (orders.length === 0) return end({ kind: 'none', code })
      setStage({ kind: 'found', code, orders, isBusy: false })
    } catch (error) {
      end(troubleOf(code, error))
    }
  }

  const handOver = async (order: StaffOrderRow): Promise<void> => {
    if (stage.kind !== 'found' || stage.isBusy) return
    const { code } = stage
    setStage({ ...stage, isBusy: true })
    try {
      const answer = await call('staff-order', 'handOver', { orderId: order.id, code })
      void cache.invalidateQueries({ queryKey: ['staff-order'] })
      if (answer.ok) return end({ kind: 'done', order })
      end({ kind: 'trouble', code, text: refusalText(acts.handOver.refusals, answer.refusal), isOffline: false })
    } catch (error) {
      end(troubleOf(code, error))
    }
  }

  return { stage, look, handOver, next: () => setStage({ kind: 'ready' }) }
}

/** What only the words of the page say. */
export const titleOf = (stage: Extract<Stage, { kind: 'trouble' }>): string =>
  stage.isOffline ? copy.offline : copy.failed
