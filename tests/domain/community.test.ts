import { bindGroup, MOST_GROUPS, mayUnbind, type BindFacts } from '@/domain/community/bind-group'
import { foundCommunity, moveCommunity, type Community } from '@/domain/community/community'
import {
  answerHandOver,
  canMoveHandOver,
  offerDeadline,
  offerHandOver,
  salesAtHandOver,
} from '@/domain/community/hand-over'
import { applyAsLeader, canMoveLeader, leaderPowers } from '@/domain/community/leader'
import { getsMessages, isMember, moveMembership } from '@/domain/community/member'
import type { CommunityId, MemberId, SaleId } from '@/domain/ids'
import { DAY, epochMs, later } from '@/domain/time'

const t0 = epochMs(1_800_000_000_000)
const fang = 'mem_fang' as MemberId
const ming = 'mem_ming' as MemberId
const here = 'com_here' as CommunityId
const there = 'com_there' as CommunityId
const code = (result: { ok: boolean; refusal?: { code: string }; value?: unknown }) =>
  result.ok ? result.value : result.refusal?.code

const aCommunity = (over: Partial<Community> = {}): Community => ({
  leaderId: fang,
  state: 'active',
  pausedBy: null,
  runningSales: 0,
  ...over,
})

describe('becoming a leader', () => {
  test.each([
    ['who read the terms applies', null, true, 'applied'],
    ['who did not read them does not', null, false, 'leader.terms-unread'],
    ['an open application is enough', { state: 'applied', sinceAt: t0 }, true, 'leader.already'],
    ['a leader is one already', { state: 'approved', sinceAt: t0 }, true, 'leader.already'],
    [
      'a suspended leader does not come back by the front door',
      { state: 'suspended', sinceAt: t0 },
      true,
      'leader.already',
    ],
    ['a rejection has to be thought over', { state: 'rejected', sinceAt: t0 }, true, 'leader.too-soon'],
    ['but is not for life', { state: 'rejected', sinceAt: later(t0, -7 * DAY) }, true, 'applied'],
  ] as const)('%s', (_name, standing, hasRead, answer) => {
    expect(code(applyAsLeader(standing, hasRead, t0))).toBe(answer)
  })

  test('a suspended leader opens nothing, but finishes and is paid', () => {
    expect(leaderPowers.suspended).toEqual({ opensSales: false, earns: false, finishesSales: true, isPaid: true })
    expect(canMoveLeader('suspended', 'approved')).toBe(true)
    expect(canMoveLeader('applied', 'suspended')).toBe(false)
  })
})

describe('a community', () => {
  test.each([
    ['pauses', aCommunity(), 'pause', 'leader', 'paused'],
    ['resumes', aCommunity({ state: 'paused', pausedBy: 'leader' }), 'resume', 'leader', 'active'],
    [
      'stays paused if staff paused it',
      aCommunity({ state: 'paused', pausedBy: 'staff' }),
      'resume',
      'leader',
      'community.paused-by-staff',
    ],
    ['closes', aCommunity(), 'close', 'leader', 'closed'],
    [
      'does not close over people who have paid',
      aCommunity({ runningSales: 1 }),
      'close',
      'staff',
      'community.sales-running',
    ],
    ['is not opened again', aCommunity({ state: 'closed' }), 'resume', 'staff', 'community.move'],
  ] as const)('%s', (_name, community, act, by, answer) => {
    expect(code(moveCommunity(community, act, by))).toBe(answer)
  })

  test('is founded by an approved leader, up to a number', () => {
    expect(code(foundCommunity('approved', 0))).toBe('active')
    expect(code(foundCommunity('approved', 20))).toBe('community.too-many')
    expect(code(foundCommunity('suspended', 0))).toBe('leader.not-approved')
    expect(code(foundCommunity(null, 0))).toBe('leader.not-approved')
  })
})

describe('a neighbour', () => {
  test.each([
    ['joins', null, 'join', 'joined'],
    ['joins again after leaving', 'left', 'join', 'joined'],
    ['tapping join twice changes nothing', 'joined', 'join', 'joined'],
    ['who muted stays muted when the card is opened again', 'muted', 'join', 'muted'],
    ['leaves with one tap', 'muted', 'leave', 'left'],
    ['mutes', 'joined', 'mute', 'muted'],
    ['hears again', 'muted', 'unmute', 'joined'],
    ['who never joined cannot mute', null, 'mute', 'community.not-member'],
  ] as const)('%s', (_name, state, act, answer) => {
    expect(code(moveMembership(state, act, ming, aCommunity()))).toBe(answer)
  })

  test('the leader stays, and nobody joins what is closed', () => {
    expect(code(moveMembership('joined', 'leave', fang, aCommunity()))).toBe('community.leader-stays')
    expect(code(moveMembership(null, 'join', ming, aCommunity({ state: 'closed' })))).toBe('community.closed')
  })

  test('muted is a member without messages', () => {
    expect([isMember('muted'), getsMessages('muted'), getsMessages('joined'), isMember('left')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})

describe('binding a WeChat group', () => {
  const facts = (over: Partial<BindFacts> = {}): BindFacts => ({
    communityId: here,
    community: aCommunity(),
    groups: 0,
    boundTo: null,
    actorId: fang,
    actor: 'approved',
    ...over,
  })
  const group = { opengid: 'tG-1', chatType: 3 } as const

  test.each([
    ['the leader binds', facts(), group, 'bound'],
    ['a second time changes nothing', facts({ boundTo: here }), group, 'already'],
    ['one group has one community', facts({ boundTo: there }), group, 'community.group-taken'],
    ['a neighbour does not bind', facts({ actorId: ming }), group, 'community.not-yours'],
    ['nor a suspended leader', facts({ actor: 'suspended' }), group, 'leader.not-approved'],
    ['a chat of two is no group', facts(), { opengid: 'r-1', chatType: 1 }, 'community.not-a-group'],
    ['nobody collects groups', facts({ groups: MOST_GROUPS }), group, 'community.too-many-groups'],
    ['what is closed binds nothing', facts({ community: aCommunity({ state: 'closed' }) }), group, 'community.closed'],
  ] as const)('%s', (_name, given, from, answer) => {
    expect(code(bindGroup(given, from))).toBe(answer)
  })

  test('staff and the own leader loosen it', () => {
    expect([mayUnbind(aCommunity(), 'staff'), mayUnbind(aCommunity(), fang), mayUnbind(aCommunity(), ming)]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('handing over', () => {
  const offer = { community: aCommunity(), by: fang, toId: ming, to: 'approved', hasOpenOffer: false } as const

  test.each([
    ['the leader offers', offer, 'offered'],
    ['staff offer for a leader who is gone', { ...offer, by: 'staff' }, 'offered'],
    ['nobody else does', { ...offer, by: ming }, 'community.not-yours'],
    ['not to oneself', { ...offer, toId: fang }, 'hand-over.to-self'],
    ['not to somebody who may not lead', { ...offer, to: 'suspended' }, 'leader.not-approved'],
    ['one offer at a time', { ...offer, hasOpenOffer: true }, 'hand-over.open'],
  ] as const)('%s', (_name, facts, answer) => {
    expect(code(offerHandOver(facts))).toBe(answer)
  })

  test.each([
    ['the new leader says yes', ming, 'approved', true, 0, 'accepted'],
    ['or no', ming, null, false, 0, 'declined'],
    ['nobody answers for them', fang, 'approved', true, 0, 'hand-over.not-yours'],
    ['silence is a no', ming, 'approved', true, offerDeadline(t0) - t0, 'hand-over.over'],
    ['who was suspended meanwhile does not lead', ming, 'suspended', true, 0, 'leader.not-approved'],
  ] as const)('%s', (_name, by, standing, isYes, after, answer) => {
    const open = { state: 'offered', toId: ming, offeredAt: t0 } as const
    expect(code(answerHandOver(open, by, standing, isYes, later(t0, after)))).toBe(answer)
  })

  test('drafts move, what neighbours ordered stays with who opened it', () => {
    const states = ['draft', 'open', 'closed', 'picking', 'delivered', 'settled', 'cancelled'] as const
    const sales = states.map((state) => ({ id: `sal_${state}` as SaleId, state }))
    expect(salesAtHandOver(sales).move).toEqual(['sal_draft'])
    expect(salesAtHandOver(sales).stay).toHaveLength(6)
    expect(canMoveHandOver('declined', 'accepted')).toBe(false)
  })
})
