/** Coupon templates to choose from: the newest, or what a search finds; what was seen once stays known, as a draft names it by id. */
import { useMemo, useRef, useState } from 'react'
import type { TemplateRow } from '@/contract/staff-promotion'
import type { CouponTemplateId } from '@/domain/ids'
import { useCloud } from '../cloud/use-cloud'

const FOUND = { status: 'all', pageSize: 50 } as const

export type Templates = {
  /** To choose from now, the newest first. */
  readonly found: readonly TemplateRow[]
  /** All that were found so far, and those the draft began with. */
  readonly known: readonly TemplateRow[]
  readonly search: (text: string) => void
}

/** `named`: the templates a campaign was saved with, wherever they stand in the list. Null until they are there. */
export const useTemplates = (named: readonly CouponTemplateId[]) => {
  const [text, setText] = useState('')
  const [ids] = useState(named)
  const words = text.trim().slice(0, 20)
  const list = useCloud(
    'staff-promotion',
    'templates',
    { ...FOUND, ...(words ? { text: words } : {}) },
    { isStill: true, keepsPrevious: true },
  )
  const own = useCloud(
    'staff-promotion',
    'templates',
    { ...FOUND, ids: [...ids] },
    { isOff: ids.length === 0, isStill: true },
  )
  const seen = useRef(new Map<CouponTemplateId, TemplateRow>())
  const templates = useMemo((): Templates | null => {
    if (!list.data || (ids.length > 0 && !own.data)) return null
    for (const row of [...(own.data?.rows ?? []), ...list.data.rows]) seen.current.set(row.template.id, row)
    return { found: list.data.rows, known: [...seen.current.values()], search: setText }
  }, [list.data, own.data, ids])
  return { templates, error: list.error ?? own.error, refetch: () => void Promise.all([list.refetch(), own.refetch()]) }
}
