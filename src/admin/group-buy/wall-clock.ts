/** Instants in the calendar of the date field, on the shop's own clock and not the computer's. */
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import { HOUR, epochMs, shopClock } from '@/domain/time'
import type { EpochMs } from '@/domain/time'

const SHOP_OFFSET = 8 * HOUR

/** The field shows whatever the computer's clock would; so it is given the shop's hours as if they were the computer's. */
export const calendarOf = (at: EpochMs): Dayjs => {
  const { year, month, day, hour, minute } = shopClock(at)
  return dayjs(new Date(year, month - 1, day, hour, minute)).locale('zh-cn')
}

/** To the minute. */
export const instantOf = (shown: Dayjs): EpochMs =>
  epochMs(Date.UTC(shown.year(), shown.month(), shown.date(), shown.hour(), shown.minute()) - SHOP_OFFSET)
