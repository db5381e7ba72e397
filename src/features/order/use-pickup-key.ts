/** The key of one order's pick-up code: what this phone has kept at once, then what the shop says now. */
import { useMemo } from 'react'
import type { OrderId } from '@/domain/ids'
import { isOnShelf } from '@/domain/pickup/bag'
import { epochMs, SECOND } from '@/domain/time'
import { read, type Answer } from '@/platform/call'
import { useAskAgain } from '@/platform/page'
import { useOnline } from '@/platform/network'
import { useScreen, type Trouble } from '@/platform/screen'
import { asMember, useMe, useSession } from '@/platform/session'
import type { KeptPickupKey } from '@/platform/storage'
import { dropKey, keepKey, keptKey } from './kept-keys'
import { isDelivered } from './sale-words'

/** While it is held out, the page says by itself that the bag has gone. */
const LOOK_AGAIN = 4 * SECOND

export type HeldKey = {
  readonly held: KeptPickupKey | null
  /** Only where there is nothing to show. */
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly ask: () => Promise<void>
  /** It comes from this phone, because the shop could not be reached. */
  readonly isFromPhone: boolean
}

export const usePickupKey = (orderId: OrderId): HeldKey => {
  const me = useMe()?.id
  const screen = useScreen<KeptPickupKey>(() => load(orderId), orderId)
  const { view, trouble, isAsking, ask } = screen
  // a refusal is the shop's word; a fault only says that it was not heard
  const isDenied = trouble?.refusal !== undefined && trouble.refusal.code !== 'sign-in.required'
  const kept = useMemo(() => (isDenied ? null : keptKey(orderId, me)), [orderId, me, isDenied])
  const held = isDenied ? null : (view ?? kept)
  useLookAgain(held, ask)
  return { held, trouble: held ? null : trouble, isAsking, ask, isFromPhone: held !== null && trouble !== null }
}

const load = async (orderId: OrderId): Promise<Answer<KeptPickupKey> | null> => {
  const answer = await asMember(() => read('sale', 'pickupKey', { orderId }))
  const { me } = useSession.getState()
  if (!answer || !me) return null
  if (answer.ok) return { ok: true, data: keepKey(answer.data, me.id, epochMs(Date.now())) }
  if (answer.refusal) dropKey(orderId)
  return answer
}

const useLookAgain = (held: KeptPickupKey | null, ask: () => Promise<void>): void => {
  const isOnline = useOnline()
  const isAwaited = held !== null && isOnShelf(held.key.bag) && isDelivered(held.key.state)
  useAskAgain(isOnline && isAwaited, LOOK_AGAIN, ask)
}
