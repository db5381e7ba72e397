/** How a round of the clock goes through what is due: one item's trouble doesn't hold up the others. */
import type { Deps } from './deps'

export type Round = { readonly done: number; readonly failed: number }

/** What fails is logged and tried again in the next round. */
export const eachDue = async <I extends string>(
  deps: Deps,
  due: readonly { readonly id: string }[],
  act: (id: I) => Promise<unknown>,
): Promise<Round> => {
  let failed = 0
  for (const { id } of due) {
    try {
      await act(id as I)
    } catch (error) {
      failed++
      deps.log.warn({ subject: id, err: error }, 'the clock could not move this')
    }
  }
  return { done: due.length - failed, failed }
}
