import { useState } from 'react'
import type { ProductId } from '@/domain/ids'
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

/** The heart changes at once and changes back if the shop does not take it. */
export const useFavorite = (productId: ProductId, before: boolean) => {
  const [isOn, setIsOn] = useState(before)
  const turn = async () => {
    const wanted = !isOn
    setIsOn(wanted)
    const answer = await asMember(() => call('catalog', 'favorite', { productId, isFavorite: wanted }))
    if (answer?.ok) return notify(wanted ? copy.favoredSaid : copy.unfavoredSaid, wanted ? 'heart-on' : 'heart')
    setIsOn(!wanted)
    if (answer) notify(saidOf(answer, refused))
  }
  return { isOn, turn: () => void turn() }
}
