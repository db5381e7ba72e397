/** Keys of one's own pick-up codes, kept on this phone: at the door, in a basement or a lift, there may be no network. */
import type { PickupKey } from '@/contract/sale'
import type { MemberId, OrderId } from '@/domain/ids'
import { DAY, epochMs, SECOND, type EpochMs } from '@/domain/time'
import { keep, recall, type KeptPickupKey } from '@/platform/storage'

/** Of several sales in one week. */
const MOST = 6
/** Nobody comes for it any more. */
const FORGET_AFTER = 7 * DAY
/** Below that it is the way of the answer, not the clock. */
const CLOCK_SLACK = 5 * SECOND

const others = (orderId: OrderId): readonly KeptPickupKey[] =>
  (recall('pickupKeys') ?? []).filter(({ key }) => key.orderId !== orderId)

/** `me` is not known yet on a phone that can't ask: then whatever is there. */
export const keptKey = (orderId: OrderId, me: MemberId | undefined): KeptPickupKey | null =>
  (recall('pickupKeys') ?? []).find(({ of, key }) => key.orderId === orderId && (me === undefined || of === me)) ?? null

/** Keeps it for its member; those of other members and of long ago go. */
export const keepKey = (key: PickupKey, of: MemberId, phoneNow: EpochMs): KeptPickupKey => {
  const kept = { of, key, aheadMs: key.madeAt - phoneNow }
  const still = others(key.orderId).filter((each) => each.of === of && phoneNow < each.key.keptUntilAt + FORGET_AFTER)
  keep('pickupKeys', [kept, ...still].slice(0, MOST))
  return kept
}

/** The shop knows of no such bag. */
export const dropKey = (orderId: OrderId): void => keep('pickupKeys', others(orderId))

/** The time in the shop: the code of a phone whose clock is wrong is right all the same. */
export const shopNow = ({ aheadMs }: Pick<KeptPickupKey, 'aheadMs'>, phoneNow: EpochMs): EpochMs =>
  epochMs(phoneNow + (Math.abs(aheadMs) < CLOCK_SLACK ? 0 : aheadMs))
