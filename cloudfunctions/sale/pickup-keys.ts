/**
 * Keys of the rotating pick-up codes. From one secret comes a key for each sale, from that one for each order in it; the
 * shopper's phone gets the key of its own order, the leader's phone those of the orders it hands over. Nothing is stored.
 *
 * A key is 64 hex characters; what signs is HMAC-SHA-256 with its 32 bytes, written in hex.
 */
import { createHmac } from 'node:crypto'
import type { OrderId, SaleId } from '@/domain/ids'
import type { Sign } from '@/domain/pickup/code'
import type { Deps } from '../runtime/deps'

const hmac = (key: string | Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex')

/** Throws where the shop has no secret: then no code can be trusted. */
const saleKey = ({ config, storeId }: Pick<Deps, 'config' | 'storeId'>, saleId: SaleId): string => {
  if (!config.SESSION_SECRET) throw new Error('SESSION_SECRET is not set')
  return hmac(hmac(config.SESSION_SECRET, `pickup:${storeId}`), saleId)
}

/** Makes the keys of the orders of one sale: the sale's own key is derived once. */
export const pickupKeysOf = (
  deps: Pick<Deps, 'config' | 'storeId'>,
  saleId: SaleId,
): ((orderId: OrderId) => string) => {
  const key = Buffer.from(saleKey(deps, saleId), 'hex')
  return (orderId) => hmac(key, orderId)
}

/** Signs with a key of `pickupKeysOf`, for `pickupCode` and `verifyPickupCode`. */
export const signWith = (key: string): Sign => {
  const bytes = Buffer.from(key, 'hex')
  return (text) => hmac(bytes, text)
}
