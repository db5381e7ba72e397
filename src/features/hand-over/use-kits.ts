/** The evening's kits are fetched while there is a network: from the workbench, before anybody thinks of it. */
import { useEffect } from 'react'
import type { SaleRow, WorkbenchView } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { fetchKit, sync, useHeld } from './store'

const FRESH_FOR = 5 * MINUTE
const HAS_BAGS: ReadonlySet<SaleRow['state']> = new Set(['closed', 'picking', 'delivered'])

/** Sales with bags to hand over, the one on the bench first. */
export const salesWithBags = ({ sale, others, leftover }: WorkbenchView): SaleId[] => {
  const rows = [...(sale ? [sale] : []), ...others].filter(({ state }) => HAS_BAGS.has(state)).map(({ id }) => id)
  return [...new Set([...rows, ...(leftover ? [leftover.saleId] : [])])]
}

export const useKits = (view: WorkbenchView | null): void => {
  const wanted = view ? salesWithBags(view).slice(0, 2).join() : ''
  useEffect(() => {
    void (async () => {
      await sync()
      for (const saleId of wanted.split(',').filter(Boolean) as SaleId[]) {
        const kept = useHeld.getState().kits.find(({ kit }) => kit.saleId === saleId)
        if (!kept || Date.now() + kept.aheadMs - kept.kit.madeAt > FRESH_FOR) await fetchKit(saleId)
      }
    })()
  }, [wanted])
}
