/** What all goods of a day come to. */
import type { DayRollUp } from '@/contract/staff-sale'

export const sumsOf = ({ rows }: DayRollUp): { sold: number; cut: number; received: number | null } => ({
  sold: rows.reduce((n, { sold }) => n + sold, 0),
  cut: rows.reduce((n, { cut }) => n + cut, 0),
  // what hasn't been counted yet adds nothing; with nothing counted there is no sum
  received: rows.reduce<number | null>((n, { received }) => (received === null ? n : (n ?? 0) + received), null),
})
