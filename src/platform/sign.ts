/** HMAC-SHA-256 on the phone, so that a pick-up code can be checked where there is no network. */
import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils'
import type { Sign } from '@/domain/pickup/code'

/** What is signed is ASCII; WeChat has no TextEncoder. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

/** `key`: 64 hex characters, of one order. */
export const signWith = (key: string): Sign => {
  const bytes = hexToBytes(key)
  return (text) => bytesToHex(hmac(sha256, bytes, bytesOf(text)))
}
