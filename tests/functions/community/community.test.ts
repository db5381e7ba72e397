import type { CommunityId, HandOverId, MemberId } from '@/domain/ids'
import { DAY, MINUTE } from '@/domain/time'
import { lapseOffers } from '../../../cloudfunctions/community/lapse-offers'
import { dataOf, openShop, refusalOf, type Shop } from '../../support/functions'
import { aCommunity, aLeader, aNeighbour } from '../../support/shop/communities'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const open = async (communityId: CommunityId, as: MemberId | 'stranger') =>
  dataOf(await shop.call('community', 'open', { communityId }, as))
const home = async (as: MemberId | 'stranger') => dataOf(await shop.call('community', 'home', {}, as))

describe('becoming a leader', () => {
  const application = { neighbourhood: '梧桐里', intro: '楼下水果店', hasReadTerms: true }

  test('whoever has read the terms applies once; staff decide, and the leader reads why not', async () => {
    const memberId = await shop.aMember({ openid: 'o-applies' })
    expect((await home(memberId)).leader).toBeNull()
    expect(refusalOf(await shop.call('community', 'apply', { ...application, hasReadTerms: false }, memberId))).toEqual(
      {
        code: 'leader.terms-unread',
      },
    )
    expect(dataOf(await shop.call('community', 'apply', application, memberId)).state).toBe('applied')
    expect(refusalOf(await shop.call('community', 'apply', application, memberId)).code).toBe('leader.already')
    let staff = await shop.aStaff({ role: 'manager' })
    const decide = (to: 'approved' | 'rejected' | 'suspended', reason = '') =>
      shop.call('staff-community', 'decideLeader', { memberId, to, reason }, staff)
    expect(refusalOf(await decide('suspended', '试试'))).toEqual({ code: 'leader.move', state: 'applied' })
    expect(refusalOf(await decide('rejected')).code).toBe('leader.no-reason')
    dataOf(await decide('rejected', '先说说怎么交货'))
    const standing = (await home(memberId)).leader
    expect(standing).toMatchObject({ state: 'rejected', reason: '先说说怎么交货' })
    expect(standing?.againFromAt).toBe(shop.clock.now() + 7 * DAY)
    expect(refusalOf(await shop.call('community', 'apply', application, memberId)).code).toBe('leader.too-soon')
    shop.clock.advance(7 * DAY)
    dataOf(await shop.call('community', 'apply', application, memberId))
    staff = await shop.aStaff({ role: 'manager' })
    expect(dataOf(await decide('approved'))).toMatchObject({ state: 'approved', effectiveRateBp: 800 })
    expect(dataOf(await shop.call('member', 'me', {}, memberId)).isLeader).toBe(true)
  })

  test('words that WeChat has not passed are not kept', async () => {
    const memberId = await shop.aMember({ openid: 'o-words' })
    shop.wechat.say({ text: 'risky' })
    expect(refusalOf(await shop.call('community', 'apply', application, memberId)).code).toBe('text.risky')
    shop.wechat.say({ text: 'pass' })
    const unseen = await shop.aMember()
    await shop.deps.db.updateTable('member').set({ openid: null }).where('id', '=', unseen).execute()
    expect(refusalOf(await shop.call('community', 'apply', application, unseen)).code).toBe('text.unchecked')
    expect((await home(memberId)).leader).toBeNull()
  })
})

describe('a community', () => {
  test('is founded by an approved leader only, and neighbours join and leave with one tap', async () => {
    const { leaderId } = await aLeader(shop, { state: 'applied' })
    expect(refusalOf(await shop.call('community', 'found', { name: '早了' }, leaderId)).code).toBe(
      'leader.not-approved',
    )
    const { communityId } = await aCommunity(shop, { name: '永康里' })
    shop.clock.advance(MINUTE)
    const xiaomei = await aNeighbour(shop, communityId)
    const view = dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'join' }, xiaomei))
    expect(view).toMatchObject({ name: '永康里', members: 2, membership: 'joined', own: null })
    expect(view.faces).toEqual([
      { name: '小美', avatar: null, isLeader: false, isYou: true },
      { name: '阿*', avatar: null, isLeader: true, isYou: false },
    ])
    expect((await open(communityId, 'stranger')).faces.map(({ name }) => name)).toEqual(['小*', '阿*'])
    expect((await home(xiaomei)).mine.map(({ name }) => name)).toEqual(['永康里'])
    expect(dataOf(await shop.call('community', 'moveMembership', { communityId, act: 'leave' }, xiaomei)).members).toBe(
      1,
    )
    expect(refusalOf(await shop.call('community', 'moveMembership', { communityId, act: 'mute' }, xiaomei)).code).toBe(
      'community.not-member',
    )
  })

  test('shows its list of neighbours to neighbours, page by page, and to nobody else', async () => {
    const { communityId, leaderId } = await aCommunity(shop)
    for (let i = 0; i < 42; i++) {
      shop.clock.advance(MINUTE)
      await aNeighbour(shop, communityId, `邻居${i}`)
    }
    const page = dataOf(await shop.call('community', 'members', { communityId }, leaderId))
    expect(page.items).toHaveLength(40)
    expect(new Set(page.items.map(({ name }) => name))).toEqual(new Set(['邻*']))
    const rest = dataOf(await shop.call('community', 'members', { communityId, cursor: page.next ?? '' }, leaderId))
    expect(rest.items.map(({ isLeader }) => isLeader)).toEqual([false, false, true])
    expect(rest.next).toBeNull()
    const stranger = await shop.aMember()
    expect(refusalOf(await shop.call('community', 'members', { communityId }, stranger)).code).toBe('community.unknown')
  })

  test('belongs to its leader: others neither save, move, bind nor hand it over', async () => {
    const { communityId } = await aCommunity(shop)
    const other = await aLeader(shop, { name: '老周' })
    const as = other.leaderId
    const save = { communityId, version: 0, name: '改名' }
    expect(refusalOf(await shop.call('community', 'save', save, as)).code).toBe('community.not-yours')
    expect(refusalOf(await shop.call('community', 'move', { communityId, act: 'close' }, as)).code).toBe(
      'community.not-yours',
    )
    expect(refusalOf(await shop.call('community', 'offer', { communityId, toId: as }, as)).code).toBe(
      'community.not-yours',
    )
    expect(refusalOf(await shop.call('community', 'withdrawOffer', { communityId }, as)).code).toBe(
      'community.not-yours',
    )
  })

  test('is saved as it was looked at: the second of two editors is told', async () => {
    const { communityId, leaderId } = await aCommunity(shop)
    const edit = { communityId, version: 0, name: '新名字', note: '每周三、周日开团' }
    expect(dataOf(await shop.call('community', 'save', edit, leaderId))).toMatchObject({ name: '新名字', version: 1 })
    expect(refusalOf(await shop.call('community', 'save', edit, leaderId)).code).toBe('community.changed')
    const stranger = shop.deps.newId('pup')
    expect(
      refusalOf(await shop.call('community', 'save', { ...edit, version: 1, pickupPointIds: [stranger] }, leaderId))
        .code,
    ).toBe('pickup-point.unknown')
  })

  test('paused by staff only staff resume it, and each of their acts is in the trail', async () => {
    const { communityId, leaderId } = await aCommunity(shop)
    const staff = await shop.aStaff({ role: 'operations' })
    const act = (to: 'pause' | 'resume') =>
      shop.call('staff-community', 'moveCommunity', { communityId, act: to, reason: '邻居投诉' }, staff)
    expect(dataOf(await act('pause'))).toMatchObject({ state: 'paused', pausedBy: 'staff', acts: ['resume', 'close'] })
    expect((await open(communityId, leaderId)).own?.acts).toEqual(['close'])
    expect(refusalOf(await shop.call('community', 'move', { communityId, act: 'resume' }, leaderId)).code).toBe(
      'community.paused-by-staff',
    )
    dataOf(await act('resume'))
    const trail = await shop.deps.db
      .selectFrom('audit')
      .select(['action', 'after'])
      .where('subject', '=', communityId)
      .execute()
    expect(trail.map(({ action }) => action).sort()).toEqual(['community.pause', 'community.resume'])
  })
})

describe('the invite card', () => {
  test('is every neighbour’s to hand on, the same code all day; a friend lands on the community', async () => {
    const { communityId } = await aCommunity(shop, { name: '梧桐里' })
    const lili = await aNeighbour(shop, communityId, '莉莉')
    const ask = { communityId, channel: 'chat' } as const
    const made = dataOf(await shop.call('community', 'share', ask, lili))
    expect(dataOf(await shop.call('community', 'share', ask, lili)).code).toBe(made.code)
    expect(made.path).toBe(`/packages/community/page/index?c=${made.code}`)
    const seen = dataOf(await shop.call('community', 'open', { code: made.code, scene: 1008 }))
    expect(seen).toMatchObject({ id: communityId, sharer: { name: '莉*' }, shareCode: made.code })
    const own = dataOf(await shop.call('community', 'open', { code: made.code }, lili))
    expect(own).toMatchObject({ sharer: null, shareCode: null })
    const opened = await shop.deps.db.selectFrom('share_open').select('scene').where('code', '=', made.code).execute()
    expect(opened).toEqual([{ scene: 1008 }])
    const stranger = await shop.aMember()
    expect(refusalOf(await shop.call('community', 'share', ask, stranger)).code).toBe('community.unknown')
    expect(refusalOf(await shop.call('community', 'open', { code: 'nobodys0code' })).code).toBe('community.unknown')
  })
})

describe('a WeChat group', () => {
  const group = (opengid: string, chat_type = 3) => ({ openData: { group: { opengid, chat_type } } })

  test('is bound by what WeChat decrypted, never by the client’s word', async () => {
    const { communityId, openid, leaderId } = await aCommunity(shop)
    const forged = await shop.send(
      'community',
      { action: 'bindGroup', input: { communityId }, group: { data: { opengid: 'tG-forged-group' } } },
      { openid },
    )
    expect(forged).toMatchObject({ ok: false, refusal: { code: 'community.not-a-group' } })
    const bind = (as: { openid: string; openData: Record<string, unknown> }) =>
      shop.call('community', 'bindGroup', { communityId }, as)
    expect(refusalOf(await bind({ openid, ...group('tG-single-chat', 1) })).code).toBe('community.not-a-group')
    expect(dataOf(await bind({ openid, ...group('tG-wutongli-1') })).own?.groups).toHaveLength(1)
    expect(dataOf(await bind({ openid, ...group('tG-wutongli-1') })).own?.groups).toHaveLength(1)
    const view = await open(communityId, leaderId)
    expect(JSON.stringify(view)).not.toContain('tG-wutongli-1')
    const key = view.own?.groups[0]?.key ?? ''
    expect(dataOf(await shop.call('community', 'unbindGroup', { communityId, key }, leaderId)).own?.groups).toEqual([])
  })

  test('belongs to one community: two that bind it at once, one has it', async () => {
    const [one, two] = [await aCommunity(shop), await aCommunity(shop)]
    const replies = await Promise.all(
      [one, two].map(({ communityId, openid }) =>
        shop.call('community', 'bindGroup', { communityId }, { openid, ...group('tG-contested') }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = replies.find(({ ok }) => !ok)
    expect(lost && refusalOf(lost).code).toBe('community.group-taken')
  })
})

describe('handing over', () => {
  const offered = async () => {
    const led = await aCommunity(shop)
    const heir = await aLeader(shop, { name: '老周' })
    dataOf(await shop.call('community', 'moveMembership', { communityId: led.communityId, act: 'join' }, heir.leaderId))
    const view = dataOf(
      await shop.call('community', 'offer', { communityId: led.communityId, toId: heir.leaderId }, led.leaderId),
    )
    return { ...led, heirId: heir.leaderId, handOverId: view.own?.offer?.id as HandOverId }
  }
  const answer = (handOverId: HandOverId, isYes: boolean, as: MemberId) =>
    shop.call('community', 'answerOffer', { handOverId, isYes }, as)

  test('takes a yes of the next leader, who then leads it', async () => {
    const { communityId, leaderId, heirId, handOverId } = await offered()
    expect((await open(communityId, leaderId)).own?.heirs.map(({ name }) => name)).toEqual(['老周'])
    expect(refusalOf(await shop.call('community', 'offer', { communityId, toId: heirId }, leaderId)).code).toBe(
      'hand-over.open',
    )
    expect(refusalOf(await answer(handOverId, true, leaderId)).code).toBe('hand-over.unknown')
    const view = dataOf(await answer(handOverId, true, heirId))
    expect(view.offers).toEqual([])
    expect((await open(communityId, heirId)).own).not.toBeNull()
    expect((await open(communityId, leaderId)).own).toBeNull()
    expect(refusalOf(await answer(handOverId, true, heirId))).toMatchObject({
      code: 'hand-over.over',
      state: 'accepted',
    })
  })

  test('takes one answer: yes and no at once, one counts', async () => {
    const { communityId, heirId, handOverId } = await offered()
    const replies = await Promise.all([answer(handOverId, true, heirId), answer(handOverId, false, heirId)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const rows = await shop.deps.db
      .selectFrom('community_hand_over as h')
      .innerJoin('community as c', 'c.id', 'h.community_id')
      .select(['h.state', 'c.leader_id'])
      .where('c.id', '=', communityId)
      .execute()
    expect(rows).toEqual([
      replies[0]?.ok
        ? { state: 'accepted', leader_id: heirId }
        : { state: 'declined', leader_id: expect.not.stringMatching(heirId) },
    ])
  })

  test('lapses after three days without an answer, and is withdrawn before', async () => {
    const first = await offered()
    shop.clock.advance(3 * DAY)
    expect(refusalOf(await answer(first.handOverId, true, first.heirId)).code).toBe('hand-over.over')
    expect((await lapseOffers(shop.deps)).done).toBeGreaterThan(0)
    expect((await open(first.communityId, first.leaderId)).own?.offer).toBeNull()
    const second = await offered()
    const { communityId, leaderId } = second
    expect(dataOf(await shop.call('community', 'withdrawOffer', { communityId }, leaderId)).own?.offer).toBeNull()
    expect(refusalOf(await answer(second.handOverId, true, second.heirId)).code).toBe('hand-over.over')
  })

  test('staff hand over in place of a leader who is gone', async () => {
    const { communityId } = await aCommunity(shop)
    const heir = await aLeader(shop, { name: '小琴' })
    const staff = await shop.aStaff({ role: 'owner' })
    const view = dataOf(await shop.call('staff-community', 'offer', { communityId, toId: heir.leaderId }, staff))
    expect(view.offer).toMatchObject({ to: { name: '小琴' } })
    expect((await home(heir.leaderId)).offers).toHaveLength(1)
  })

  test('a leader reads the offer of their own community, whatever is offered in others', async () => {
    const { communityId, leaderId, handOverId } = await offered()
    shop.clock.advance(MINUTE)
    const other = await offered()
    const offerIn = async (id: CommunityId, as: MemberId) => (await open(id, as)).own?.offer?.id ?? null
    expect(await offerIn(communityId, leaderId)).toBe(handOverId)
    expect(await offerIn(other.communityId, other.leaderId)).toBe(other.handOverId)
    const quiet = await aCommunity(shop)
    expect(await offerIn(quiet.communityId, quiet.leaderId)).toBeNull()
  })

  test('staff take back what was offered, and offer it to somebody else', async () => {
    const { communityId, heirId, handOverId } = await offered()
    const staff = await shop.aStaff({ role: 'owner' })
    const withdraw = (id: HandOverId, as = staff) =>
      shop.call('staff-community', 'withdrawOffer', { communityId, handOverId: id }, as)
    expect(refusalOf(await withdraw(handOverId, await shop.aStaff({ role: 'auditor' }))).code).toBe('role.required')
    const view = dataOf(await withdraw(handOverId))
    expect(view).toMatchObject({ offer: null, history: [{ state: 'withdrawn' }] })
    expect((await home(heirId)).offers).toEqual([])
    expect(refusalOf(await answer(handOverId, true, heirId))).toEqual({ code: 'hand-over.over', state: 'withdrawn' })
    const next = { communityId, toId: (await aLeader(shop)).leaderId }
    const second = dataOf(await shop.call('staff-community', 'offer', next, staff)).offer
    // whoever looks at the first offer does not end the second
    expect(refusalOf(await withdraw(handOverId))).toEqual({ code: 'hand-over.unknown' })
    expect(dataOf(await shop.call('staff-community', 'community', { communityId }, staff)).offer).toEqual(second)
    const trail = shop.deps.db.selectFrom('audit').select(['subject', 'before'])
    expect(await trail.where('action', '=', 'community.withdraw-offer').execute()).toEqual([
      { subject: communityId, before: { toId: heirId } },
    ])
  })
})

describe('leaving the shop', () => {
  const leave = (as: MemberId) => shop.call('member', 'deleteMe', { confirm: 'delete' }, as)

  test('a leader hands over first; a neighbour is simply gone', async () => {
    const { communityId, leaderId } = await aCommunity(shop)
    const lili = await aNeighbour(shop, communityId, '莉莉')
    expect(refusalOf(await leave(leaderId))).toEqual({
      code: 'member.has-duties',
      communities: 1,
      runningSales: 0,
      owedFen: 0,
    })
    dataOf(await leave(lili))
    expect((await open(communityId, leaderId)).members).toBe(1)
    dataOf(await shop.call('community', 'move', { communityId, act: 'close' }, leaderId))
    dataOf(await leave(leaderId))
    const rows = await shop.deps.db.selectFrom('leader').select('state').where('member_id', '=', leaderId).execute()
    expect(rows).toEqual([])
  })
})

describe('the staff’s lists', () => {
  test('name a leader in full, as sales and payouts do; their phone stays masked', async () => {
    const staff = await shop.aStaff({ role: 'auditor' })
    const led = await aCommunity(shop, { name: '槐树里' })
    const [row] = dataOf(await shop.call('staff-community', 'communities', { text: '槐树里' }, staff)).rows
    expect(row?.leader).toMatchObject({ memberId: led.leaderId, name: '阿芳' })
    await shop.deps.db.updateTable('member').set({ phone: '13800002071' }).where('id', '=', led.leaderId).execute()
    const leader = dataOf(await shop.call('staff-community', 'leader', { memberId: led.leaderId }, staff))
    expect(leader).toMatchObject({ name: '阿芳', maskedPhone: '138****2071' })
    const heir = await aLeader(shop, { name: '老周' })
    const offer = { communityId: led.communityId, toId: heir.leaderId }
    const { offer: made } = dataOf(await shop.call('staff-community', 'offer', offer, await shop.aStaff()))
    const answer = { handOverId: made?.id as HandOverId, isYes: false }
    dataOf(await shop.call('community', 'answerOffer', answer, heir.leaderId))
    const view = dataOf(await shop.call('staff-community', 'community', { communityId: led.communityId }, staff))
    expect(view.history).toEqual([{ from: '阿芳', to: '老周', state: 'declined', at: shop.clock.now() }])
  })

  test('count and filter; a clerk sees none of it', async () => {
    const staff = await shop.aStaff({ role: 'auditor' })
    const all = dataOf(await shop.call('staff-community', 'leaders', { state: 'approved' }, staff))
    expect(all.total).toBe(all.counts.approved)
    const found = dataOf(await shop.call('staff-community', 'communities', { text: '永康' }, staff))
    expect(found.rows.map(({ name }) => name)).toEqual(['永康里'])
    expect(dataOf(await shop.call('staff-community', 'leaders', { text: '%' }, staff)).rows).toEqual([])
    const clerk = await shop.aStaff({ role: 'clerk' })
    expect(refusalOf(await shop.call('staff-community', 'leaders', {}, clerk)).code).toBe('role.required')
    const write = shop.call(
      'staff-community',
      'decideLeader',
      { memberId: await shop.aMember(), to: 'approved' },
      staff,
    )
    expect(refusalOf(await write).code).toBe('role.required')
  })
})
