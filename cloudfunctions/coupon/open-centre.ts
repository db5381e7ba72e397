/** The claim centre: coupons that anybody can have, without friends and without sharing. */
import type { coupon } from '@/contract/coupon'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { offerView } from './offer-view'
import { readCentre } from './template.sql'

export const openCentre: UseCase<typeof coupon.centre> = async (deps, caller) => {
  const offered = await readCentre(deps, caller.kind === 'member' ? caller.memberId : null)
  const now = deps.now()
  return ok({ offers: offered.flatMap((each) => offerView(each, now) ?? []) })
}
