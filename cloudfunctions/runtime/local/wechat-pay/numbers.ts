/** Numbers in WeChat Pay's shapes. */
import { randomBytes, randomInt } from 'node:crypto'
import { shopClock, type EpochMs } from '@/domain/time'

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')
const day = (at: EpochMs): string => {
  const clock = shopClock(at)
  return [clock.year, clock.month, clock.day].map((n) => String(n).padStart(2, '0')).join('')
}

/** 28 digits, `4200…<day>…`. */
export const newTransactionId = (at: EpochMs): string => `4200${digits(6)}${day(at)}${digits(10)}`
export const newRefundId = (at: EpochMs): string => `5030${digits(6)}${day(at)}${digits(11)}`
/** 40 digits, the merchant's number first, as on WeChat's own page. */
export const newBillNo = (at: EpochMs): string => `13300000711${day(at)}${digits(21)}`
export const newPackageInfo = (): string => randomBytes(48).toString('base64url')
export const newPrepayId = (at: EpochMs): string => `wx${day(at)}${randomBytes(14).toString('hex')}`
export const newNoticeId = (at: EpochMs): string => `EV-${day(at)}${digits(14)}`
