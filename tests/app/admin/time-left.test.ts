/** A clock cell in words. */
import { timeLeftText } from '@/admin/parts/time-left'
import { DAY, HOUR, MINUTE, SECOND } from '@/domain/time'

test.each([
  [3 * HOUR + 12 * MINUTE + 8 * SECOND, '3:12:08'],
  [59 * SECOND, '0:00:59'],
  [999, '0:00:00'],
  [0, '0:00:00'],
  [DAY - SECOND, '23:59:59'],
  [DAY, '1 天 0:00'],
  [2 * DAY + 3 * HOUR + 12 * MINUTE + 59 * SECOND, '2 天 3:12'],
  [-(5 * MINUTE + 3 * SECOND), '−0:05:03'],
  [-(3 * DAY + HOUR), '−3 天 1:00'],
])('%d ms left reads %s', (left, words) => {
  expect(timeLeftText(left)).toBe(words)
})
