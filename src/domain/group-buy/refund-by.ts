/** When money that went back is there at the latest. WeChat's word: change at once, a bank card within one to three working days. */
import { DAY, dayStart, later, shopClock, type EpochMs } from '../time'

const WORKING_DAYS = 3

const isWorkingDay = (day: EpochMs): boolean => {
  const { weekday } = shopClock(day)
  return weekday !== 0 && weekday !== 6
}

/** The end of the third working day after `wantedAt`; public holidays are not known here. */
export const refundExpectedBy = (wantedAt: EpochMs): EpochMs => {
  let day = dayStart(wantedAt)
  for (let left = WORKING_DAYS; left > 0;) {
    day = later(day, DAY)
    if (isWorkingDay(day)) left--
  }
  return later(day, DAY - 1)
}
