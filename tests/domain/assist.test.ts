import { canMoveCard, cardDeadline, seenState } from '@/domain/assist/card'
import type { CampaignFacts } from '@/domain/assist/campaign'
import { decideHelp, type HelpFacts, type HelpNo } from '@/domain/assist/help'
import { decideStart, type StartFacts } from '@/domain/assist/start'
import type { MemberId } from '@/domain/ids'
import { DAY, epochMs, HOUR, later, MINUTE } from '@/domain/time'

const NOW = epochMs(1_763_776_800_000 + 20 * MINUTE)
const owner = 'mem_0000000001' as MemberId
const friend = 'mem_0000000002' as MemberId

const campaign = (over: Partial<CampaignFacts> = {}): CampaignFacts => ({
  status: 'live',
  isStopped: false,
  startsAt: later(NOW, -DAY),
  endsAt: later(NOW, DAY),
  helpers: 3,
  lifeMs: 24 * HOUR,
  left: 10,
  startsPerHour: 60,
  ...over,
})
const starting = (over: Partial<StartFacts> = {}): StartFacts => ({
  campaign: campaign(),
  mine: null,
  startsThisHour: 0,
  riskRank: null,
  ...over,
})
const refused = (code: string, more: object = {}) => ({ ok: false, refusal: { code, ...more } })

describe('starting a card', () => {
  test('gives it its full life, even past the campaign’s end', () => {
    expect(decideStart(starting({ campaign: campaign({ endsAt: later(NOW, 1) }) }), NOW)).toEqual({
      ok: true,
      value: { kind: 'new', deadlineAt: later(NOW, 24 * HOUR) },
    })
  })

  test('never gives it more than a day', () => expect(cardDeadline(NOW, 90 * HOUR)).toBe(later(NOW, 24 * HOUR)))

  test('answers the one under way, whatever else stands against a new one', () => {
    const mine = { state: 'collecting', deadlineAt: later(NOW, 1) } as const
    const facts = starting({ mine, campaign: campaign({ isStopped: true, left: 0 }) })
    expect(decideStart(facts, NOW)).toEqual({ ok: true, value: { kind: 'under-way' } })
  })

  test('may be tried again after one that ran out', () => {
    expect(decideStart(starting({ mine: { state: 'collecting', deadlineAt: NOW } }), NOW)).toMatchObject({ ok: true })
  })

  test.each<[string, Partial<StartFacts>, object]>([
    ['had one', { mine: { state: 'unlocked', deadlineAt: NOW } }, refused('assist.had-one')],
    ['had one taken back', { mine: { state: 'voided', deadlineAt: NOW } }, refused('assist.not-now')],
    ['the kill switch is on', { campaign: campaign({ isStopped: true }) }, refused('assist.paused')],
    ['the campaign pauses', { campaign: campaign({ status: 'paused' }) }, refused('assist.paused')],
    ['the campaign is over', { campaign: campaign({ endsAt: NOW }) }, refused('assist.over')],
    ['all coupons are gone', { campaign: campaign({ left: 0 }) }, refused('assist.sold-out')],
    ['the risk rank is 3', { riskRank: 3 }, refused('assist.not-now')],
    ['the hour is full', { startsThisHour: 60 }, refused('assist.busy', { againAt: later(NOW, 40 * MINUTE) })],
  ])('is refused where %s', (_, over, answer) => expect(decideStart(starting(over), NOW)).toEqual(answer))
})

const helping = (over: { [Part in keyof HelpFacts]?: Partial<HelpFacts[Part]> } = {}): HelpFacts => ({
  campaign: campaign(over.campaign),
  card: { ownerId: owner, state: 'collecting', helpers: 3, helped: 1, deadlineAt: later(NOW, HOUR), ...over.card },
  friend: { id: friend, hasHelped: false, helpsToday: 0, triesThisHour: 1, riskRank: 0, ...over.friend },
  helperCoupon: over.helperCoupon === undefined ? { left: 5, mine: 0, perPerson: 1 } : null,
})

describe('a friend’s tap', () => {
  test('counts, says what is missing and gives the friend their own coupon', () => {
    expect(decideHelp(helping(), NOW)).toEqual({
      ok: true,
      value: { helped: 2, missing: 1, unlocks: false, givesHelperCoupon: true },
    })
  })

  test('unlocks where it is the last one needed', () => {
    expect(decideHelp(helping({ card: { helped: 2 } }), NOW)).toMatchObject({ value: { missing: 0, unlocks: true } })
  })

  test('counts without a coupon for the friend where none is left, and where WeChat gave no rank', () => {
    const facts = { ...helping({ friend: { riskRank: null } }), helperCoupon: { left: 0, mine: 0, perPerson: 1 } }
    expect(decideHelp(facts, NOW)).toMatchObject({ ok: true, value: { givesHelperCoupon: false } })
  })

  test.each<[string, Parameters<typeof helping>[0], HelpNo['code']]>([
    ['on one’s own card', { friend: { id: owner }, card: { state: 'expired' } }, 'assist.own-card'],
    [
      'a second time, even when it is unlocked',
      { friend: { hasHelped: true }, card: { state: 'unlocked' } },
      'assist.already-helped',
    ],
    ['on an unlocked card', { card: { state: 'unlocked' } }, 'assist.unlocked'],
    ['at the deadline', { card: { deadlineAt: NOW } }, 'assist.over'],
    ['on a card taken back', { card: { state: 'voided' } }, 'assist.over'],
    ['with the kill switch on', { campaign: { isStopped: true } }, 'assist.paused'],
    ['when all coupons are gone', { campaign: { left: 0 } }, 'assist.sold-out'],
    ['for the fourth time today', { friend: { helpsToday: 3 } }, 'assist.day-limit'],
    ['with risk rank 3', { friend: { riskRank: 3 } }, 'assist.not-now'],
    ['of a machine', { friend: { triesThisHour: 20 } }, 'assist.not-now'],
  ])('%s is refused', (_, over, code) => expect(decideHelp(helping(over), NOW)).toMatchObject(refused(code)))

  test('on a card of a campaign that ended meanwhile still counts', () => {
    expect(decideHelp(helping({ campaign: { status: 'ended', endsAt: later(NOW, -1) } }), NOW).ok).toBe(true)
  })
})

test('after the unlocking the coupon tells the rest', () => {
  const seen = (state: Parameters<typeof seenState>[1]) => seenState('unlocked', state)
  expect(seen(null)).toBe('unlocked')
  expect(seen({ state: 'claimed', wasOrdered: false })).toBe('unlocked')
  expect(seen({ state: 'locked', wasOrdered: true })).toBe('used')
  expect(seen({ state: 'claimed', wasOrdered: true })).toBe('returned')
  expect(seen({ state: 'voided', wasOrdered: false })).toBe('voided')
  expect(seenState('expired', null)).toBe('expired')
  expect(canMoveCard('returned', 'used') && !canMoveCard('expired', 'collecting')).toBe(true)
})
