/** How a group stands to whoever looks, who sits where, and how often its page asks again. */
import { newsOf, keepCard } from '@/features/group/news'
import { groupPrices } from '@/features/group/prices'
import { paceOf } from '@/features/group/pulse'
import { isFinal, stanceOf } from '@/features/group/stance'
import { headline, isEnough, momentText, seatsOf } from '@/features/group/words'
import { fen } from '@/domain/money'
import { epochMs, HOUR, MINUTE, SECOND } from '@/domain/time'
import { aGroup, aRefund, aSeat, friend, inMinutes, leader, NOW, you } from '../support/taro-dom/a-group'

const two = [leader, friend]
const full = aGroup({ state: 'full', members: [leader, friend, you], acts: [] })

describe('what the page says first', () => {
  test.each([
    ['a friend with a seat to take', aGroup(), 'join'],
    ['a friend while the last seat is kept', aGroup({ acts: [], reserved: 2, freesAt: inMinutes(9) }), 'busy'],
    ['a friend who comes too late', aGroup({ state: 'full', acts: ['open-own'] }), 'full'],
    ['a friend after the deadline', aGroup({ state: 'refunded', acts: [] }), 'over'],
    ['who has not paid yet', aGroup({ mine: aSeat({ state: 'reserved' }), acts: ['pay', 'leave'] }), 'pay'],
    ['who is in it', aGroup({ mine: aSeat(), acts: ['invite', 'leave'] }), 'member'],
    ['who is in it when all have come', { ...full, mine: aSeat() }, 'done'],
    [
      'who paid for a seat that was gone',
      aGroup({ mine: aSeat({ state: 'lost', chooseBy: inMinutes(10) }) }),
      'choose',
    ],
    ['whose group did not fill', aGroup({ state: 'expired', mine: aSeat({ refund: aRefund() }) }), 'refund'],
    ['who left, and may come back', aGroup({ mine: aSeat({ state: 'left', refund: aRefund() }) }), 'join'],
    [
      'who left a group that is full now',
      aGroup({ state: 'full', acts: [], mine: aSeat({ state: 'left' }) }),
      'refund',
    ],
    ['whose seat was given up unpaid', aGroup({ mine: aSeat({ state: 'released' }) }), 'join'],
  ] as const)('to %s', (_, view, stance) => expect(stanceOf(view)).toBe(stance))

  test('whoever has paid in WeChat is never told to pay again while the shop has not heard', () => {
    const late = aGroup({ mine: aSeat({ state: 'released' }) })
    expect(stanceOf(late, true)).toBe('pay')
    expect(stanceOf(aGroup({ mine: aSeat() }), true)).toBe('member')
  })

  test('a group that broke up while one paid is not called taken', () => {
    const lost = { mine: aSeat({ state: 'lost' }) }
    expect(headline(aGroup({ ...lost, state: 'full' }), 'choose')).toBe('位子刚被占')
    expect(headline(aGroup({ ...lost, state: 'dropped' }), 'choose')).toBe('这个团刚散了')
  })
})

describe('who sits where', () => {
  const kinds = (...args: Parameters<typeof seatsOf>) => seatsOf(...args).map(({ kind, note }) => `${kind} ${note}`)

  test('as many seats as the group has, whoever looks and whatever is kept', () => {
    for (const size of [2, 3, 4, 5])
      for (const reserved of [0, 1, 2, 3, 4])
        for (const members of [[], [leader], two])
          expect(seatsOf(aGroup({ size, reserved, members }), 'join', 0, () => undefined)).toHaveLength(
            Math.max(size, members.length > size ? size : 0),
          )
  })
  test('the first free seat is the friend’s, what others pay for is kept for them', () => {
    const view = aGroup({ members: two, size: 4, reserved: 1 })
    expect(kinds(view, 'join', 9, () => undefined)).toEqual([
      'taken 团主',
      'taken 莉*已付',
      'held 付款中',
      'free 留给你',
    ])
  })
  test('one’s own seat waits for one’s own payment', () => {
    const view = aGroup({ state: 'forming', members: [], reserved: 1, mine: aSeat({ state: 'reserved' }) })
    expect(kinds(view, 'pay', 0, null)).toEqual(['held 你，待付款', 'free 等邻居', 'free 等邻居'])
  })
  test('a group that came about with fewer leaves its other seats empty, and waits for nobody', () => {
    const fewer = aGroup({ state: 'full', size: 4, minSize: 2, members: two, acts: [] })
    expect(kinds(fewer, 'done', 9, null)).toEqual(['taken 团主', 'taken 莉*已付', 'free ', 'free '])
    expect([isEnough(fewer), isEnough(aGroup({ minSize: 2 })), isEnough(aGroup())]).toEqual([true, false, false])
  })
  test('only who came while one looked arrives', () => {
    const seats = seatsOf(aGroup({ members: two }), 'member', 1, null)
    expect(seats.map((seat) => seat.kind === 'taken' && seat.isNew)).toEqual([false, true, false])
  })
})

describe('the pulse', () => {
  const pace = (view: ReturnType<typeof aGroup>, quietMs = 0, now = NOW) => paceOf(view, quietMs, now)
  test('is brisk at first, calmer when nothing happens for long', () => {
    expect([0, 3 * MINUTE, 20 * MINUTE].map((quiet) => pace(aGroup(), quiet))).toEqual(
      [3, 8, 20].map((s) => s * SECOND),
    )
  })
  test('is brisk around the moment when a clock runs out, however quiet it was', () => {
    expect(pace(aGroup(), HOUR, epochMs(NOW + 11 * HOUR - 5 * SECOND))).toBe(3 * SECOND)
  })
  test('ends with the group, and goes on until one’s own money is there', () => {
    expect(pace(full)).toBeNull()
    expect(pace(aGroup({ state: 'expired' }))).toBeNull()
    const waiting = aGroup({ state: 'expired', mine: aSeat({ state: 'refunded', refund: aRefund() }) })
    expect(pace(waiting)).toBe(3 * SECOND)
    expect(isFinal(aGroup({ state: 'refunded', mine: aSeat({ refund: aRefund({ state: 'done' as never }) }) }))).toBe(
      true,
    )
    expect(isFinal(aGroup({ state: 'full', mine: aSeat({ state: 'lost' }) }))).toBe(false)
  })
})

describe('news', () => {
  test('who came is told by name, with how many are missing', () => {
    expect(newsOf(aGroup(), aGroup({ members: two }))).toBe('莉* 来了，还差 1 人')
    expect(newsOf(aGroup({ members: two }), aGroup({ members: [...two, friend], state: 'full' }))).toBe(
      '莉* 来了，拼成了',
    )
  })
  test('one’s own coming is no news; somebody’s leaving is', () => {
    expect(newsOf(aGroup(), aGroup({ members: [leader, you] }))).toBeNull()
    expect(newsOf(aGroup({ members: two }), aGroup())).toBe('有一位邻居退出了，还差 2 人')
  })
  test('who sent the card stays known, although the pulse knows no card', () => {
    const next = aGroup({ version: 4, sharer: null, shareCode: null })
    expect(keepCard(aGroup(), next)).toMatchObject({ version: 4, sharer: { name: '小*' }, shareCode: 'abcdefgh12' })
  })
})

describe('prices', () => {
  const { prices, product } = aGroup()
  test('are compared with what this person would pay alone', () => {
    expect(groupPrices(prices, product.skus, 'ordinary')).toMatchObject({
      groupFen: 2990,
      aloneFen: 3680,
      savedFen: 690,
    })
    expect(groupPrices(prices, product.skus, 'member')).toMatchObject({ yourAloneFen: 3490, savedFen: 500 })
  })
  test('a member’s price below the group’s is not hidden', () => {
    const dear = prices.map((price) => ({ ...price, priceFen: fen(3590) }))
    expect(groupPrices(dear, product.skus, 'member')?.savedFen).toBe(-100)
  })
})

test('a moment is told as neighbours tell it', () => {
  expect(momentText(inMinutes(30), NOW)).toBe('12:30')
  expect(momentText(epochMs(NOW + 20 * HOUR), NOW)).toBe('明天 08:00')
})
