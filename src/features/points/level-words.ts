/** How far the next level is, or what keeping this one takes: never more than what is so. */
import type { PointsView } from '@/contract/points'
import { yuanText } from '@/domain/money'
import { copy, levelText } from './copy'

type Level = PointsView['level']

export const levelWords = ({ now, needFen, missingFen }: Level): string => {
  const missing = yuanText(missingFen)
  switch (now) {
    case 'ordinary':
      return missingFen > 0 ? copy.level.up(missing, levelText.member) : copy.level.due(levelText.member)
    case 'member':
      return missingFen > 0 ? copy.level.short(missing) : copy.level.keep(yuanText(needFen))
    default:
      return now satisfies never
  }
}

/** Whole percents of the way; full where nothing is missing. */
export const levelPercent = ({ needFen, missingFen }: Level): number =>
  needFen > 0 ? Math.floor(((needFen - missingFen) * 100) / needFen) : 100
