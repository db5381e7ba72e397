/** Makes ids and codes. Ids carry ten characters of time and twelve of chance, so they sort and never meet. */
import { randomFillSync, randomInt } from 'node:crypto'
import type { Id } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const timePart = (now: number): string => {
  let text = ''
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) text = BASE32.charAt(rest % 32) + text
  return text
}

/** Drawn for many ids at once: asking the system for each cost four fifths of an id, and an order makes seven. */
const CHANCE = Buffer.alloc(3_072)
let drawn = CHANCE.length

const chancePart = (): string => {
  if (drawn === CHANCE.length) {
    randomFillSync(CHANCE)
    drawn = 0
  }
  let text = ''
  for (const end = drawn + 12; drawn < end; drawn++) text += BASE32.charAt(CHANCE.readUInt8(drawn) & 31)
  return text
}

export const makeId = <P extends string>(prefix: P, now: EpochMs): Id<P> =>
  `${prefix}_${timePart(now)}${chancePart()}` as Id<P>

/** `length` letters and digits, 5.95 bits each; 12 of them can't be guessed. */
export const makeCode = (length: number): string => Array.from({ length }, () => BASE62.charAt(randomInt(62))).join('')

export const makeDigits = (length: number): string => Array.from({ length }, () => String(randomInt(10))).join('')
