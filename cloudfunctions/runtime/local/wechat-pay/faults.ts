/** Everything that goes wrong with WeChat Pay in real life, at the flip of a switch. */
import * as z from 'zod'

export const faultsShape = z.strictObject({
  /** How the next notices travel. `held` ones wait for `release`; a `lost` one never arrives, however often it is tried. */
  notice: z.enum(['normal', 'held', 'lost', 'altered', 'forged', 'stale', 'unknown-serial']),
  /** How often a notice is sent although it was acknowledged. */
  copies: z.int().min(1).max(20),
  delayMs: z.int().min(0).max(600_000),
  /**
   * `busy`: SYSTEM_ERROR. `limited`: FREQUENCY_LIMITED. `hanging`: no answer. `reply-lost`: done, but the answer never
   * arrives. `unsigned`: answered by somebody who is not WeChat Pay.
   */
  api: z.enum(['normal', 'busy', 'limited', 'hanging', 'reply-lost', 'unsigned']),
  /** `short`: the merchant's balance. `stuck`: stays in processing. The others are how the refund ends. */
  refund: z.enum(['normal', 'short', 'stuck', 'ABNORMAL', 'CLOSED']),
  /** `short`: the merchant's balance. The others are how the transfer ends after the receiver's yes. */
  transfer: z.enum(['normal', 'short', 'ACCOUNT_FROZEN', 'DAY_RECEIVED_QUOTA_EXCEED']),
  /** The shopper stands before the password: the order can't be closed. */
  paying: z.boolean(),
})
export type Faults = z.infer<typeof faultsShape>

export const NO_FAULTS: Faults = {
  notice: 'normal',
  copies: 1,
  delayMs: 0,
  api: 'normal',
  refund: 'normal',
  transfer: 'normal',
  paying: false,
}

export const faultSwitch = () => {
  let now = NO_FAULTS
  return {
    get: (): Faults => now,
    set: (some: Partial<Faults>): void => void (now = faultsShape.parse({ ...now, ...some })),
    reset: (): void => void (now = NO_FAULTS),
  }
}
export type FaultSwitch = ReturnType<typeof faultSwitch>
