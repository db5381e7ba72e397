/** What one colleague may make of another: never more than they hold themselves, neither in permissions nor in places. */
import type { PickupPointId } from '../ids'
import { mayGrant, type Role } from './roles'

/** `pickupPointIds` null = all pick-up points. */
export type Standing = { readonly role: Role; readonly pickupPointIds: readonly PickupPointId[] | null }

/** An owner always sees the whole shop; a narrower owner could not mend what lies outside. */
export const standingFor = (role: Role, pickupPointIds: readonly PickupPointId[] | null): Standing => ({
  role,
  pickupPointIds: role === 'owner' ? null : pickupPointIds,
})

const covers = (outer: Standing['pickupPointIds'], inner: Standing['pickupPointIds']): boolean =>
  outer === null || (inner !== null && inner.every((id) => outer.includes(id)))

/** True if `granter` may give somebody `standing`, and likewise may touch somebody who has it. */
export const mayGiveStanding = (granter: Standing, standing: Standing): boolean =>
  mayGrant(granter.role, standing.role) && covers(granter.pickupPointIds, standing.pickupPointIds)
