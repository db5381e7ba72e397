/** The coupons of an assist campaign must be there to be had for as long as it runs. */
import { validityFrom } from '@/domain/coupon/template'
import { refuse } from '@/domain/result'
import type { EpochMs } from '@/domain/time'
import type { Coupons } from './assist.sql'
import { templateOf } from './template.sql'

type Role = keyof Coupons
const roles: readonly Role[] = ['reward', 'helper', 'instead']

/** A promise of a coupon that nobody could be given is no promise. */
export const whyCouponsOff = (
  coupons: Coupons,
  now: EpochMs,
): { ok: false; refusal: { code: 'assist.template-off'; role: Role; name: string } } | null => {
  for (const role of roles) {
    const row = coupons[role]
    if (!row) continue
    const template = templateOf(row)
    const isOver = validityFrom(template.validity, now).expiresAt <= now
    const isOutOfReach = role === 'instead' && !template.isClaimable
    if (template.status !== 'live' || isOver || isOutOfReach)
      return refuse({ code: 'assist.template-off', role, name: template.name })
  }
  return null
}
