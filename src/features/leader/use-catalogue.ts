/** Goods to put into a sale, by text: the list comes again a moment after the last letter. */
import { useEffect, useState } from 'react'
import type { SaleGoods } from '@/contract/leader'
import { SECOND } from '@/domain/time'
import { read, type Answer } from '@/platform/call'
import { useMore } from '@/platform/more'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'

const TYPING = 0.3 * SECOND

type Row = SaleGoods & { readonly id: string }
type Rows = { readonly items: readonly Row[]; readonly next: string | null }

const load = async (text: string, cursor?: string): Promise<Answer<Rows> | null> => {
  const answer = await asMember(() =>
    read('leader', 'catalogue', { ...(text ? { text } : {}), ...(cursor ? { cursor } : {}) }),
  )
  if (!answer?.ok) return answer
  return { ok: true, data: { ...answer.data, items: answer.data.items.map((row) => ({ ...row, id: row.skuId })) } }
}

export const useCatalogue = (typed: string) => {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), TYPING)
    return () => clearTimeout(timer)
  }, [typed])
  const screen = useScreen<Rows>(() => load(text), text)
  const list = useMore(screen.view, async (cursor) => {
    const answer = await load(text, cursor)
    return answer ?? { ok: false, refusal: { code: 'sign-in.required' } }
  })
  return { ...screen, list }
}
