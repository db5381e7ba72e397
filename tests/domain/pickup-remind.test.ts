import { tellsOfHandOver } from '@/domain/pickup/remind'
import { DAY, dayStart, epochMs, HOUR, later, MINUTE } from '@/domain/time'

const day = dayStart(epochMs(Date.UTC(2026, 10, 23, 4)))
const at = (hour: number, minute = 0) => later(day, hour * HOUR + minute * MINUTE)
const evening = { fromAt: at(17, 30), untilAt: at(20, 30) }

test.each([
  ['goods that came the day before: not yet', 'delivered', later(day, -2 * HOUR), false],
  ['not before breakfast', 'delivered', at(7, 59), false],
  ['but then', 'delivered', at(8), true],
  ['goods still being sorted: not in the morning', 'picking', at(15, 29), false],
  ['two hours ahead', 'picking', at(15, 30), true],
  ['while it is on', 'delivered', at(20, 29), true],
  ['over is over', 'delivered', at(20, 30), false],
  ['nothing has come at all', 'closed', at(18), false],
  ['all is done', 'settled', at(18), false],
] as const)('%s', (_name, state, now, tells) => {
  expect(tellsOfHandOver({ state, ...evening }, now)).toBe(tells)
})

test('an early start is told of before it, never the day before', () => {
  const early = { state: 'delivered' as const, fromAt: at(7), untilAt: at(9) }
  expect([at(4, 59), at(5)].map((now) => tellsOfHandOver(early, now))).toEqual([false, true])
  const first = { ...early, fromAt: at(1) }
  expect([later(day, -MINUTE), day].map((now) => tellsOfHandOver(first, now))).toEqual([false, true])
  expect(tellsOfHandOver({ ...early, untilAt: later(at(7), DAY) }, later(at(5), DAY))).toBe(true)
})
