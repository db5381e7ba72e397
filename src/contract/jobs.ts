/** What the clock does: drains the outbox, closes overdue orders, confirms receipts, refreshes the feed. Only the platform's timer may call it. */
import { action, none } from './define'

export type JobReport = { job: string; done: number; failed: number }

export const jobs = {
  /** One round of everything that is due. Safe to run twice at once. */
  run: action<{ reports: readonly JobReport[] }>()('timer', none),
}
