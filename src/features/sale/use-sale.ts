/** The page of a group sale: one question when it opens, then a pulse while it is looked at. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SaleView } from '@/contract/sale'
import type { SaleId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { call, read } from '@/platform/call'
import { useIsVisible } from '@/platform/page'
import { useScreen, type Screen } from '@/platform/screen'
import { enterScene } from '@/platform/share'
import { newestOf, paceOf, pulsed } from './pulse'

/** By a card's code, or by id from inside the shop; null where the address holds neither. */
export type Entry = { readonly code: string } | { readonly saleId: SaleId } | null

export type SalePage = Screen<SaleView> & {
  /** Who came last while the page was open, for those who listen. */
  readonly news: string
  /** Asks again by id and keeps what the card brought. */
  readonly refresh: () => Promise<void>
}

export const useSale = (entry: Entry): SalePage => {
  const screen = useScreen<SaleView>(
    async () => {
      if (entry === null) return { ok: false, refusal: { code: 'sale.unknown' } }
      return read('sale', 'open', 'code' in entry ? { code: entry.code, scene: enterScene() } : entry)
    },
    entry === null ? '' : 'code' in entry ? entry.code : entry.saleId,
  )
  const [news, setNews] = useState('')
  const latest = useRef(screen)
  latest.current = screen

  const show = useCallback((next: SaleView) => {
    const before = latest.current.view
    const came = before && newestOf(before, next)
    if (came) setNews(came)
    latest.current.show(next)
  }, [])

  const refresh = useCallback(async () => {
    const { view, ask } = latest.current
    if (!view) return ask()
    const answer = await read('sale', 'open', { saleId: view.id })
    if (answer.ok) show({ ...answer.data, sharer: view.sharer, shareCode: view.shareCode })
  }, [show])

  usePulse(screen.view, show)
  return { ...screen, news, refresh }
}

/** Asks whether anything changed while the page is in sight; coming back to it asks at once. */
const usePulse = (view: SaleView | null, show: (view: SaleView) => void): void => {
  const isVisible = useIsVisible()
  const latest = useRef(view)
  latest.current = view
  const [quietSince, setQuietSince] = useState(() => Date.now())
  const stamp = view && `${view.id} ${view.version}`
  useEffect(() => setQuietSince(Date.now()), [stamp, isVisible])

  useEffect(() => {
    if (!isVisible || stamp === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const wait = () => {
      const now = latest.current
      const pace = now && paceOf(now, Date.now() - quietSince, epochMs(Date.now()))
      if (pace !== null) timer = setTimeout(() => void look(), pace)
    }
    const look = async () => {
      const now = latest.current
      if (!now) return
      const answer = await call('sale', 'watch', { saleId: now.id, version: now.version })
      if (isOver) return
      if (answer.ok && answer.data.pulse) return show(pulsed(now, answer.data.pulse))
      wait()
    }
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [stamp, isVisible, quietSince, show])
}
