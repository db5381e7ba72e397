/** Today's and tomorrow's slots, with the server's time, so that every phone counts alike. */
import type { flash } from '@/contract/flash'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { flashSlots, phaseNow } from './slots'

export const listSlots: UseCase<typeof flash.slots> = async (deps) => {
  const slots = await flashSlots(deps)
  const now = deps.now()
  return ok({
    now,
    slots: slots.map((slot) => ({
      id: slot.id,
      name: slot.name,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      phase: phaseNow(slot, now),
      items: slot.items.map(({ left: _left, ...item }) => item),
    })),
  })
}
