/** The tool's page: one question when it opens, and quietly again while it is looked at. */
import { useEffect, useRef, useState } from 'react'
import type { SaleCard, SaleView } from '@/contract/sale'
import type { SaleId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { call, read } from '@/platform/call'
import type { SaleEntry } from '@/platform/chat-tool'
import { useAskAgain } from '@/platform/page'
import { useScreen, type Screen } from '@/platform/screen'
import { enterScene } from '@/platform/share'

const PULSE = 20 * SECOND
/** The page is drawn and looked at before its leader's code is made. */
const AFTER_PAINT = 1 * SECOND

/** A sale; or what runs, where the tool was opened from the chat itself and nothing says which. */
export type ToolView =
  { readonly of: 'sale'; readonly sale: SaleView } | { readonly of: 'list'; readonly sales: readonly SaleCard[] }

export type Tool = Screen<ToolView> & {
  readonly pick: (saleId: SaleId) => void
  /** What leads to this sale from outside: the leader's own code once it is there, else what the page was opened by. */
  readonly way: SaleEntry | null
}

export const useTool = (entry: SaleEntry | null): Tool => {
  const [picked, setPicked] = useState<SaleId | null>(null)
  const from = picked ? { saleId: picked } : entry
  const seen = useRef<SaleId | null>(null)
  const screen = useScreen<ToolView>(async () => {
    if (from === null) {
      const answer = await read('community', 'home', {})
      return answer.ok ? { ok: true, data: { of: 'list', sales: answer.data.sales } } : answer
    }
    // a card is opened once; what follows is only looking again
    const name = seen.current ? { saleId: seen.current } : 'code' in from ? { ...from, scene: enterScene() } : from
    const answer = await read('sale', 'open', name)
    if (!answer.ok) return answer
    seen.current = answer.data.id
    return { ok: true, data: { of: 'sale', sale: answer.data } }
  }, picked ?? '')
  const { view, ask } = screen
  const sale = view?.of === 'sale' ? view.sale : null
  useAskAgain(sale?.state === 'open', PULSE, ask)

  const own = useOwnCode(sale?.isLeader && sale.canOrder ? sale.id : null)
  const way = own ? { code: own } : from && 'code' in from ? from : sale && { saleId: sale.id }
  return { ...screen, pick: setPicked, way }
}

/** Made ahead, because a card is sent at the very tap; until it is there the card names the sale itself. */
const useOwnCode = (saleId: SaleId | null): string | null => {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    if (saleId === null) return
    let isGone = false
    const timer = setTimeout(() => {
      void call('sale', 'share', { saleId, channel: 'chat' }).then((made) => {
        if (made.ok && !isGone) setCode(made.data.code)
      })
    }, AFTER_PAINT)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [saleId])
  return code
}
