/** Older entries of a chain, and the chain as something to post. */
import { useState } from 'react'
import type { ChainEntryView, SaleView } from '@/contract/sale'
import { chainLine } from '@/domain/sale/chain'
import type { OrderId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { read } from '@/platform/call'
import { handOverLongPicture } from '@/platform/long-picture'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { copyText } from '@/platform/share'
import { momentText } from '@/ui/moment-text'
import { notify } from '@/ui/notice'
import { textOf } from './chain-text'
import { copy, refused } from './copy'

/** `url`: leads back to the sale; empty where there is none yet. */
export const useChain = (view: SaleView, url: () => Promise<string>) => {
  const [older, setOlder] = useState<{ entries: readonly ChainEntryView[]; next: string | null | undefined }>({
    entries: [],
    next: undefined,
  })
  const [isBusy, setIsBusy] = useState(false)
  const hasMore = older.next === undefined ? view.chainCount > view.chain.length : older.next !== null

  const more = async () => {
    const lowest = Math.min(...view.chain.map(({ number }) => number))
    const answer = await read('sale', 'chain', { saleId: view.id, cursor: older.next ?? String(lowest) })
    if (!answer.ok) return notify(saidOf(answer, refused))
    setOlder(({ entries }) => ({ entries: [...entries, ...answer.data.items], next: answer.data.next }))
  }

  /** All paid entries, or null; a failure has been said. */
  const whole = async () => {
    setIsBusy(true)
    const answer = await asMember(() => read('sale', 'chainForChat', { saleId: view.id }))
    setIsBusy(false)
    if (answer?.ok) return answer.data
    if (answer) notify(saidOf(answer, refused))
    return null
  }

  const copyChain = async () => {
    const all = await whole()
    if (!all) return
    const text = textOf(view, all.entries, all.totals, await url(), epochMs(Date.now()))
    notify((await copyText(text)) ? copy.chain.copied : copy.chain.failed, 'copy')
  }

  const picture = async () => {
    const all = await whole()
    if (!all) return
    const lines = all.entries.map((entry) => chainLine({ ...entry, orderId: '' as OrderId }))
    const until = copy.until(momentText(view.endsAt, epochMs(Date.now())))
    const isDone = await handOverLongPicture({ title: view.title, lines: [until, '', ...lines], foot: until })
    notify(isDone ? copy.chain.kept : copy.chain.failed, 'picture')
  }

  const shown = new Set(view.chain.map(({ number }) => number))
  return {
    older: older.entries.filter(({ number, isPending }) => !isPending && !shown.has(number)),
    more: hasMore ? () => void more() : null,
    isBusy,
    copyChain,
    picture,
  }
}
