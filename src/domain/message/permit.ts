/**
 * The arithmetic of WeChat's one-time permissions: one yes is one message, of one template, without an end. What the shop
 * counts is its best knowledge; WeChat's 43101 corrects it.
 */
import { DAY, later, type EpochMs } from '../time'

export type Permit = {
  /** Messages that may still be sent. */
  readonly permits: number
  /** How often the member said no, in a row. */
  readonly refusals: number
  /** When an ask last came to nothing. */
  readonly heldOffAt: EpochMs | null
}

/** `off`: the member has switched off all messages. `ban` and `filter`: WeChat holds the template back; nobody said no. */
export const askAnswers = ['accept', 'reject', 'off', 'ban', 'filter'] as const
export type AskAnswer = (typeof askAnswers)[number]

export const noPermit: Permit = { permits: 0, refusals: 0, heldOffAt: null }

export const answerAsk = (permit: Permit, answer: AskAnswer, now: EpochMs): Permit => {
  switch (answer) {
    case 'accept':
      return { permits: permit.permits + 1, refusals: 0, heldOffAt: null }
    case 'reject':
    case 'off':
      return { ...permit, refusals: permit.refusals + 1, heldOffAt: now }
    case 'ban':
    case 'filter':
      return { ...permit, heldOffAt: now }
    default:
      return answer satisfies never
  }
}

/** One message goes out; null where none is allowed. */
export const usePermit = (permit: Permit): Permit | null =>
  permit.permits > 0 ? { ...permit, permits: permit.permits - 1 } : null

/** WeChat did not take the message, so it did not take the permission either. */
export const returnPermit = (permit: Permit): Permit => ({ ...permit, permits: permit.permits + 1 })

/** 43101: WeChat knows of no permission, whatever we had counted. */
export const emptyPermit = (permit: Permit): Permit => ({ ...permit, permits: 0 })

/** They switched the topic on again of their own accord: earlier noes count no more. */
export const wantAgain = (permit: Permit): Permit => ({ ...permit, refusals: 0, heldOffAt: null })

/** Enough in hand for what is on its way. */
const ENOUGH = 3
/** A first no is kept for a month, a second for three; a third is for good, or until `wantAgain`. */
const KEPT = [30 * DAY, 90 * DAY] as const
/** Perhaps WeChat has let the template pass meanwhile. */
const HELD_BACK = 7 * DAY

export const mayAsk = ({ permits, refusals, heldOffAt }: Permit, now: EpochMs): boolean => {
  if (permits >= ENOUGH || refusals > KEPT.length) return false
  if (heldOffAt === null) return true
  return now >= later(heldOffAt, KEPT[refusals - 1] ?? HELD_BACK)
}
