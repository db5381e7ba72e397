/** Makes ids and codes. Ids carry ten characters of time and twelve of chance, so they sort and never meet. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Id } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const timePart = (now: number): string => {
  let text = ''
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) text = BASE32.charAt(rest % 32) + text
  return text
}

export const makeId = <P extends string>(prefix: P, now: EpochMs): Id<P> => {
  let tail = ''
  for (const byte of randomBytes(12)) tail += BASE32.charAt(byte & 31)
  return `${prefix}_${timePart(now)}${tail}` as Id<P>
}

/** `length` letters and digits, 5.95 bits each; 12 of them can't be guessed. */
export const makeCode = (length: number): string => Array.from({ length }, () => BASE62.charAt(randomInt(62))).join('')

export const makeDigits = (length: number): string => Array.from({ length }, () => String(randomInt(10))).join('')
