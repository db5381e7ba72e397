/** The roll-up of a sale, counting in what came, and sharing out what is short. */
import { useState } from 'react'
import type { RollUpView, ShortageView } from '@/contract/leader'
import type { SaleId, SkuId } from '@/domain/ids'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

export type Counts = readonly { readonly skuId: SkuId; readonly received: number | null }[]

export type SaleGoodsPage = Omit<Screen<RollUpView>, 'show'> & {
  readonly isSaving: boolean
  readonly receive: (counts: Counts) => Promise<boolean>
}

export const useSaleGoods = (saleId: SaleId): SaleGoodsPage => {
  const [isSaving, setIsSaving] = useState(false)
  const screen = useScreen<RollUpView>(() => asMember(() => read('leader', 'rollUp', { saleId })))
  const receive = async (counts: Counts): Promise<boolean> => {
    if (isSaving) return false
    setIsSaving(true)
    const answer = await asMember(() =>
      call('leader', 'receive', { saleId, counts: counts.map((each) => ({ ...each })) }),
    )
    setIsSaving(false)
    if (!answer) return false
    if (!answer.ok) {
      notify(saidOf(answer, refused), 'warn')
      return false
    }
    screen.show(answer.data)
    notify(copy.roll.saved, 'check')
    return true
  }
  return { ...screen, isSaving, receive }
}

export type Shortage = Omit<Screen<ShortageView>, 'show'> & {
  readonly isSaving: boolean
  /** Does what the stated policy says; where something changed meanwhile, the new outcome is shown instead. */
  readonly allocate: () => Promise<boolean>
}

export const useShortage = (saleId: SaleId, skuId: SkuId): Shortage => {
  const [isSaving, setIsSaving] = useState(false)
  const screen = useScreen<ShortageView>(() => asMember(() => read('leader', 'shortage', { saleId, skuId })), skuId)
  const { view } = screen
  const allocate = async (): Promise<boolean> => {
    const stated = view?.outlines.find(({ policy }) => policy === view.policy)
    if (!stated || isSaving) return false
    setIsSaving(true)
    const answer = await asMember(() => call('leader', 'allocate', { saleId, skuId, refundFen: stated.refundFen }))
    setIsSaving(false)
    if (!answer) return false
    if (!answer.ok) {
      notify(saidOf(answer, refused), 'warn')
      void screen.ask()
      return false
    }
    screen.show(answer.data)
    notify(copy.allocate.done, 'check')
    return true
  }
  return { ...screen, isSaving, allocate }
}
