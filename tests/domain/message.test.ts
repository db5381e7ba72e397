import fc from 'fast-check'
import { askMoments, templatesToAsk } from '@/domain/message/ask'
import {
  messageKinds,
  messageTemplates,
  messageTopics,
  natureOf,
  type MessageFacts,
  type MessageKind,
} from '@/domain/message/kinds'
import {
  answerAsk,
  askAnswers,
  emptyPermit,
  mayAsk,
  noPermit,
  returnPermit,
  usePermit,
  wantAgain,
  type Permit,
} from '@/domain/message/permit'
import { awakeAt, hasHeardEnough, heardSince } from '@/domain/message/restraint'
import { wordingOf } from '@/domain/message/wording'
import type { CommunityId, CouponId, GroupId, HandOverId, OrderId, SaleId, TransferId } from '@/domain/ids'
import { fen } from '@/domain/money'
import { DAY, dayStart, epochMs, HOUR, later, MINUTE, shopClock } from '@/domain/time'

const noon = later(dayStart(epochMs(1_763_769_600_000)), 12 * HOUR)
const instants = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }).map(epochMs)
const kinds = fc.constantFrom(...messageKinds)

describe('quiet hours', () => {
  test.each([
    ['22:00', 22 * HOUR, DAY + 8 * HOUR],
    ['23:59', 24 * HOUR - MINUTE, DAY + 8 * HOUR],
    ['03:00', 3 * HOUR, 8 * HOUR],
    ['08:00', 8 * HOUR, 8 * HOUR],
    ['21:59', 22 * HOUR - MINUTE, 22 * HOUR - MINUTE],
  ])('what is told at %s goes out when people are up', (_, told, sent) => {
    const today = dayStart(noon)
    expect(awakeAt('order-shipped', later(today, told))).toBe(later(today, sent))
  })

  test('nothing goes out at night but what can not wait, and nothing waits longer than a night', () => {
    fc.assert(
      fc.property(kinds, instants, (kind, now) => {
        const at = awakeAt(kind, now)
        const { hour } = shopClock(at)
        if (natureOf[kind].pace === 'now') expect(at).toBe(now)
        else expect(hour >= 8 && hour < 22).toBe(true)
        expect(at >= now && at - now <= 10 * HOUR).toBe(true)
        expect(awakeAt(kind, at)).toBe(at)
      }),
    )
  })
})

describe('restraint', () => {
  const sent = (...at: number[]) => at.map((ago) => ({ kind: 'order-shipped' as const, at: later(noon, -ago) }))

  test('four messages a day are enough; yesterday does not count', () => {
    expect(hasHeardEnough('refund-sent', sent(0, HOUR, 2 * HOUR), noon)).toBe(false)
    expect(hasHeardEnough('refund-sent', sent(0, HOUR, 2 * HOUR, 3 * HOUR), noon)).toBe(true)
    expect(hasHeardEnough('refund-sent', sent(0, HOUR, 2 * HOUR, 13 * HOUR), noon)).toBe(false)
  })

  test('one offer a week', () => {
    const offer = (ago: number) => [{ kind: 'coupon-ending' as const, at: later(noon, -ago) }]
    expect(hasHeardEnough('coupon-ending', offer(6 * DAY), noon)).toBe(true)
    expect(hasHeardEnough('coupon-ending', offer(7 * DAY), noon)).toBe(false)
    expect(hasHeardEnough('order-ready', offer(HOUR), noon)).toBe(false)
  })

  test('however it comes, nobody hears more in a day than four that could wait, nor two offers in a week', () => {
    const told = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 20 * DAY })), { maxLength: 80 })
    fc.assert(
      fc.property(told, (messages) => {
        const sentSoFar: { kind: (typeof messages)[number][0]; at: typeof noon }[] = []
        for (const [kind, after] of [...messages].sort((a, b) => a[1] - b[1])) {
          const at = later(noon, after)
          const known = sentSoFar.filter((one) => one.at > heardSince(at))
          if (!hasHeardEnough(kind, known, at)) sentSoFar.push({ kind, at })
        }
        const waiting = sentSoFar.filter(({ kind }) => natureOf[kind].pace !== 'now')
        for (const { at } of waiting)
          expect(waiting.filter((one) => dayStart(one.at) === dayStart(at)).length).toBeLessThanOrEqual(4)
        const offers = sentSoFar.filter(({ kind }) => natureOf[kind].pace === 'offer')
        offers.slice(1).forEach((one, i) => expect(one.at - (offers[i]?.at ?? 0)).toBeGreaterThanOrEqual(7 * DAY))
      }),
    )
  })
})

describe('permits', () => {
  const moves = fc.array(fc.constantFrom(...askAnswers, 'use', 'empty', 'return'), { maxLength: 60 })

  test('they are the yeses less the messages, since WeChat last said that there are none; never below zero', () => {
    fc.assert(
      fc.property(moves, (all) => {
        let permit: Permit = noPermit
        let [expected, out] = [0, 0]
        for (const move of all) {
          if (move === 'use') {
            const next = usePermit(permit)
            expect(next === null).toBe(expected === 0)
            if (next) [permit, expected, out] = [next, expected - 1, out + 1]
          } else if (move === 'empty') {
            ;[permit, expected] = [emptyPermit(permit), 0]
          } else if (move === 'return') {
            if (out > 0) [permit, expected, out] = [returnPermit(permit), expected + 1, out - 1]
          } else {
            permit = answerAsk(permit, move, noon)
            if (move === 'accept') expected++
          }
          expect(permit.permits).toBe(expected)
        }
      }),
    )
  })

  test('a no is kept for a month, the second for three, the third for good', () => {
    const refused = (times: number) =>
      Array.from({ length: times }).reduce<Permit>((permit) => answerAsk(permit, 'reject', noon), noPermit)
    expect(mayAsk(noPermit, noon)).toBe(true)
    for (const [times, days] of [
      [1, 30],
      [2, 90],
    ] as const) {
      expect(mayAsk(refused(times), later(noon, days * DAY - 1))).toBe(false)
      expect(mayAsk(refused(times), later(noon, days * DAY))).toBe(true)
    }
    expect(mayAsk(refused(3), later(noon, 3_000 * DAY))).toBe(false)
    expect(mayAsk(wantAgain(refused(3)), noon)).toBe(true)
  })

  test('a yes forgets the noes; three in hand are enough; a template that WeChat holds back is nobody’s no', () => {
    const yes = answerAsk(answerAsk(noPermit, 'reject', noon), 'accept', noon)
    expect(yes).toEqual({ permits: 1, refusals: 0, heldOffAt: null })
    expect(mayAsk({ ...yes, permits: 2 }, noon)).toBe(true)
    expect(mayAsk({ ...yes, permits: 3 }, noon)).toBe(false)
    const banned = answerAsk(noPermit, 'ban', noon)
    expect(banned.refusals).toBe(0)
    expect(mayAsk(banned, later(noon, 7 * DAY - 1))).toBe(false)
    expect(mayAsk(banned, later(noon, 7 * DAY))).toBe(true)
  })
})

describe('asks', () => {
  const facts = { permits: {}, muted: [], known: messageTemplates, hasCards: false }

  test('at most three, only for what the shop has, nothing that was switched off', () => {
    expect(templatesToAsk('paid', facts, noon)).toEqual(['shipped', 'refund'])
    expect(templatesToAsk('sale-joined', facts, noon)).toEqual(['sale', 'ready', 'refund'])
    expect(templatesToAsk('community-joined', facts, noon)).toEqual(['opening'])
    expect(templatesToAsk('paid', { ...facts, known: ['shipped'] }, noon)).toEqual(['shipped'])
    expect(templatesToAsk('paid', { ...facts, muted: ['refund'] }, noon)).toEqual(['shipped'])
    expect(templatesToAsk('paid', { ...facts, muted: [...messageTopics] }, noon)).toEqual([])
    for (const moment of askMoments) expect(templatesToAsk(moment, facts, noon).length).toBeLessThanOrEqual(3)
  })

  test('where WeChat’s card tells of parcels, nobody is asked about them', () => {
    expect(templatesToAsk('paid-express', { ...facts, hasCards: true }, noon)).toEqual([])
    expect(templatesToAsk('paid', { ...facts, hasCards: true }, noon)).toEqual(['shipped', 'refund'])
  })

  test('what the row promises can be asked for, or nothing is', () => {
    expect(templatesToAsk('paid', { ...facts, known: ['refund'] }, noon)).toEqual([])
    const permits = { shipped: answerAsk(noPermit, 'reject', noon) }
    expect(templatesToAsk('paid', { ...facts, permits }, noon)).toEqual([])
  })

  test('who said no at one moment is not asked for it at the next', () => {
    const permits = { refund: answerAsk(noPermit, 'reject', noon) }
    expect(templatesToAsk('group-joined', { ...facts, permits }, noon)).toEqual(['group'])
  })
})

describe('what WeChat’s message says', () => {
  const text = fc.oneof(fc.string({ minLength: 1, maxLength: 60 }), fc.constantFrom('山东红富士\n5 斤', '🍎🍎', '　'))
  const money = fc.integer({ min: 0, max: 1_000_000 }).map(fen)
  const [orderId, groupId] = ['ord_0000000001' as OrderId, 'grp_0000000001' as GroupId]
  const facts: { [K in keyof MessageFacts]: fc.Arbitrary<MessageFacts[K]> } = {
    'order-shipped': fc.record({
      orderId: fc.constant(orderId),
      title: text,
      carrier: text,
      trackingTail: text,
      isPart: fc.boolean(),
    }),
    'order-ready': fc.record({ orderId: fc.constant(orderId), title: text, point: text, hours: text, code: text }),
    'group-full': fc.record({
      groupId: fc.constant(groupId),
      orderId: fc.constant(orderId),
      title: text,
      size: fc.integer({ min: 2, max: 5 }),
    }),
    'group-expired': fc.record({
      groupId: fc.constant(groupId),
      orderId: fc.constant(orderId),
      title: text,
      refundFen: money,
    }),
    'seat-lost': fc.record({
      groupId: fc.constant(groupId),
      orderId: fc.constant(orderId),
      title: text,
      chooseBy: instants,
    }),
    'refund-sent': fc.record({ orderId: fc.constant(orderId), title: text, refundFen: money }),
    'coupon-ending': fc.record({
      couponIds: fc.array(fc.constant('cpn_0000000001' as CouponId), { minLength: 1, maxLength: 30 }),
      name: text,
      expiresAt: instants,
    }),
    'sale-opened': fc.record({
      saleId: fc.constant('sal_0000000001' as SaleId),
      title: text,
      community: text,
      endsAt: instants,
    }),
    'sale-unpaid': fc.record({ orderId: fc.constant(orderId), title: text, payBy: instants }),
    'sale-closed': fc.record({ orderId: fc.constant(orderId), title: text, backFen: money }),
    'shortage-cut': fc.record({
      orderId: fc.constant(orderId),
      title: text,
      cutPieces: fc.integer({ min: 1, max: 99 }),
      refundFen: money,
    }),
    'hand-over': fc.record({
      orderId: fc.constant(orderId),
      title: text,
      point: text,
      fromAt: instants,
      untilAt: instants,
    }),
    'list-ready': fc.record({
      saleId: fc.constant('sal_0000000001' as SaleId),
      title: text,
      orders: fc.nat(1000),
      pieces: fc.nat(9999),
    }),
    'payout-waiting': fc.record({
      transferId: fc.constant('trf_0000000001' as TransferId),
      amountFen: money,
      confirmBy: instants,
    }),
    'leader-decided': fc.record({
      state: fc.constantFrom('approved' as const, 'rejected' as const, 'suspended' as const),
      reason: fc.option(text),
    }),
    'community-offered': fc.record({
      handOverId: fc.constant('hov_0000000001' as HandOverId),
      communityId: fc.constant('com_0000000001' as CommunityId),
      community: text,
      from: text,
      answerBy: instants,
    }),
  }
  const factsOf = (kind: MessageKind): fc.Arbitrary<MessageFacts[MessageKind]> => facts[kind]
  const types: Record<string, RegExp> = {
    thing: /^[^\n\r]+$/u,
    phrase: /^\p{Script=Han}{1,5}$/u,
    character_string: /^[\x20-\x7e]{1,32}$/,
    amount: /^\d{1,10}\.\d\d元$/,
    time: /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/,
  }

  test.each(messageKinds)('%s keeps to the types of its keywords, whatever the goods are called', (kind) => {
    fc.assert(
      fc.property(factsOf(kind), (some) => {
        const { data, page } = wordingOf(kind, some)
        for (const [keyword, value] of Object.entries(data))
          expect(value).toMatch(types[keyword.replace(/\d+$/, '')] ?? /^never$/)
        expect(page).toMatch(/^(packages|pages)\/[a-z/]+index(\?id=[a-z]{3}_\w+)?$/)
      }),
    )
  })

  test('a carrier that nobody knows goes by what staff wrote, even by a word that every object knows', () => {
    const parcel = { orderId: 'ord_0000000001' as OrderId, title: '草莓', trackingTail: '1234', isPart: false }
    expect(wordingOf('order-shipped', { ...parcel, carrier: 'toString' }).data['thing2']).toBe('toString')
  })

  test('one template has the same keywords for each kind that it serves', () => {
    const keywords = new Map<string, string>()
    for (const kind of messageKinds) {
      const [some] = fc.sample(factsOf(kind), { numRuns: 1, seed: 1 })
      if (!some) throw new Error('no facts')
      const names = Object.keys(wordingOf(kind, some).data).join()
      const { template } = natureOf[kind]
      expect(keywords.get(template) ?? names).toBe(names)
      keywords.set(template, names)
    }
  })
})
