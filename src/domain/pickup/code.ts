/**
 * The code that a neighbour shows at the door: it rotates, it is signed, and it can be checked without a network. Business
 * rules §5 and §8. Pure: whoever calls brings `sign`, an HMAC under the order's own key; the shopper's phone has that one
 * key, the leader's phone the keys of the orders it hands over, so that neither can make codes for anybody else.
 */
import { isId, type OrderId } from '../ids'
import { ok, refuse, type Result } from '../result'
import { epochMs, SECOND, type EpochMs } from '../time'

/** A picture of the screen sent to a friend is stale before the friend is downstairs. */
export const CODE_STEP = 30 * SECOND
/** Phones of elderly people run late, and a bright code takes a while to be found in the dark: two minutes back, one ahead. */
export const CODE_WINDOW = { back: 4, ahead: 2 } as const

/** HMAC-SHA-256 of `text` as hex or base32; at least 16 characters are needed. */
export type Sign = (text: string) => string

const MAC_LENGTH = 16
const PREFIX = 'QJ1'

/** `QJ1:<order>:<step>:<mac>`: capitals, digits and colons alone, which make the smallest and most forgiving QR code. */
const CODE = new RegExp(`^${PREFIX}:([0-9A-HJKMNP-TV-Z]{10,26}):([0-9A-Z]{1,9}):([0-9A-Z]{${MAC_LENGTH}})$`)

export type PickupCode = { readonly orderId: OrderId; readonly step: number; readonly mac: string }

export const stepAt = (at: EpochMs): number => Math.floor(at / CODE_STEP)

/** When the code on the screen is drawn anew. */
export const nextStepAt = (at: EpochMs): EpochMs => epochMs((stepAt(at) + 1) * CODE_STEP)

/** Throws a RangeError if `sign` is too short to protect anything. */
const macOf = (orderId: OrderId, step: number, sign: Sign): string => {
  const mac = sign(`${PREFIX}|${orderId}|${step}`).slice(0, MAC_LENGTH).toUpperCase()
  if (!/^[0-9A-Z]+$/.test(mac) || mac.length < MAC_LENGTH) throw new RangeError('not a signature in hex or base32')
  return mac
}

/** The code to show at `now`. */
export const pickupCode = (orderId: OrderId, now: EpochMs, sign: Sign): string => {
  const step = stepAt(now)
  const tail = orderId.slice('ord_'.length).toUpperCase()
  return [PREFIX, tail, step.toString(36).toUpperCase(), macOf(orderId, step, sign)].join(':')
}

/** What a scanned text says, before anything is believed; null if it is no code of ours. */
export const readPickupCode = (text: string): PickupCode | null => {
  const [, tail, step, mac] = CODE.exec(text.trim()) ?? []
  if (tail === undefined || step === undefined || mac === undefined) return null
  const orderId = `ord_${tail.toLowerCase()}`
  return isId('ord', orderId) ? { orderId, step: parseInt(step, 36), mac } : null
}

export type CodeNo =
  | { code: 'pickup.forged' }
  /** How far out of the window, in milliseconds: an old picture, or a clock that is wrong. */
  | { code: 'pickup.stale'; byMs: number }
  | { code: 'pickup.ahead'; byMs: number }

/**
 * Whether a code read at `at` was made for this order at about that time. The signature comes first: a forged code is
 * never called merely old. For an offline scan `at` is the instant of the scan.
 */
export const verifyPickupCode = (code: PickupCode, sign: Sign, at: EpochMs): Result<OrderId, CodeNo> => {
  if (!isSame(macOf(code.orderId, code.step, sign), code.mac)) return refuse({ code: 'pickup.forged' })
  const age = stepAt(at) - code.step
  if (age > CODE_WINDOW.back) return refuse({ code: 'pickup.stale', byMs: (age - CODE_WINDOW.back) * CODE_STEP })
  if (-age > CODE_WINDOW.ahead) return refuse({ code: 'pickup.ahead', byMs: (-age - CODE_WINDOW.ahead) * CODE_STEP })
  return ok(code.orderId)
}

/** Looks at every character, so that time tells nothing about how many were right. */
const isSame = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
