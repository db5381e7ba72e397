/** Points and the member level. 100 points are ¥1; they come with a completed order and go back with a refund. */
import * as z from 'zod'
import { action, cursorIn } from './define'
import type { MemberLevel } from './member'
import type { Page } from './views'
import type { OrderId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'

export type PointsKind = 'earned' | 'spent' | 'returned' | 'clawed-back' | 'granted'
export type PointsEntry = { id: string; kind: PointsKind; points: number; orderId: OrderId | null; at: EpochMs }

export type PointsView = Page<PointsEntry> & {
  balance: number
  /** Held by orders that are not paid yet. */
  frozen: number
  /** Taken back by a refund after they were spent: what comes next pays them off first. */
  owed: number
  worthFen: Fen
  level: {
    now: MemberLevel
    /** Spent in the last 180 days, and what the next level (or keeping this one) takes. */
    spentFen: Fen
    needFen: Fen
    missingFen: Fen
    checkedAt: EpochMs | null
  }
}

export const points = {
  mine: action<PointsView>()('member', z.strictObject({ cursor: cursorIn.optional() })),
}
