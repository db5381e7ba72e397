/** Ids that the phone makes by itself, in the form the shop knows: Crockford base32, the time first. */
import type { ScanId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { keep, recall } from './storage'

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_SIGNS = 10
const CHANCE_SIGNS = 12

const timeOf = (at: EpochMs): string => {
  let [rest, text] = [at as number, '']
  for (let i = 0; i < TIME_SIGNS; i += 1) {
    text = SIGNS.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}
const chance = (count: number): string =>
  Array.from({ length: count }, () => SIGNS.charAt(Math.floor(Math.random() * 32))).join('')

/** One for each scan; sent with every try, so that it counts once. */
export const newScanId = (at: EpochMs): ScanId => `scn_${timeOf(at)}${chance(CHANCE_SIGNS)}` as ScanId

/** What this phone is called among the phones of a leader, for as long as it remembers. */
export const phoneId = (): string => {
  const known = recall('phone')
  if (known !== null) return known
  const made = `phone-${chance(8)}`
  keep('phone', made)
  return made
}
