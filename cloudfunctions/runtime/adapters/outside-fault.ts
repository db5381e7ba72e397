/**
 * The outside world is broken, slow or disagrees with us about the protocol. Always thrown, never returned: what the
 * other side says *no* to is a typed outcome of the port. `retryable` means that the same call may work a moment later
 * and does no harm if the first one went through after all.
 */
export class OutsideFault extends Error {
  override readonly name = 'OutsideFault'
  readonly service: 'wechat-pay' | 'wechat' | 'files'
  /** The other side's own code (`SYSTEM_ERROR`, `40001`, `timeout`), for the log and the outbox row. */
  readonly reason: string
  readonly retryable: boolean

  constructor(what: Pick<OutsideFault, 'service' | 'reason' | 'retryable'> & { detail?: string }) {
    super(`${what.service}: ${what.reason}${what.detail ? ` (${what.detail})` : ''}`)
    this.service = what.service
    this.reason = what.reason
    this.retryable = what.retryable
  }
}
