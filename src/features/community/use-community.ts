/** A community's page: one question when it opens, and the acts of whoever looks. Each act answers with the whole page. */
import { useState } from 'react'
import type { CallRefusal } from '@/contract'
import type { CommunityView } from '@/contract/community'
import type { CommunityId, MemberId } from '@/domain/ids'
import { call, read, type Answer } from '@/platform/call'
import { enteredGroup } from '@/platform/entered-group'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { enterScene } from '@/platform/share'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

/** By a card's code, or by id from inside the shop; null where the address holds neither. */
export type Entry = { readonly code: string } | { readonly communityId: CommunityId } | null
type Act = 'join' | 'leave' | 'mute' | 'unmute'
type Acted = Answer<CommunityView, { code: CallRefusal<'community', 'open'>['code'] | string }>

export type CommunityPage = Screen<CommunityView> & {
  /** Which act is under way. */
  readonly busy: string | null
  readonly moveMembership: (act: Act) => Promise<boolean>
  readonly save: (face: { name: string; note: string }) => Promise<boolean>
  readonly move: (act: 'pause' | 'resume' | 'close') => Promise<boolean>
  readonly bind: () => Promise<boolean>
  readonly unbind: (key: string) => Promise<boolean>
  readonly offer: (toId: MemberId) => Promise<boolean>
  readonly withdraw: () => Promise<boolean>
}

export const useCommunity = (entry: Entry): CommunityPage => {
  const key = entry === null ? '' : 'code' in entry ? entry.code : entry.communityId
  const screen = useScreen<CommunityView>(async () => {
    if (entry === null) return { ok: false, refusal: { code: 'community.unknown' } }
    return read('community', 'open', 'code' in entry ? { code: entry.code, scene: enterScene() } : entry)
  }, key)
  const [busy, setBusy] = useState<string | null>(null)

  /** The page as it is afterwards; what the card brought stays in sight. */
  const act = async (name: string, work: (communityId: CommunityId) => Promise<Acted>, done?: string) => {
    const { view } = screen
    if (!view || busy) return false
    setBusy(name)
    const answer = await asMember(() => work(view.id))
    setBusy(null)
    if (!answer) return false
    if (!answer.ok) {
      notify(saidOf(answer, refused))
      return false
    }
    screen.show({ ...answer.data, sharer: view.sharer, shareCode: view.shareCode })
    if (done) notify(done, 'check')
    return true
  }

  return {
    ...screen,
    busy,
    moveMembership: (to) => act(to, (communityId) => call('community', 'moveMembership', { communityId, act: to })),
    save: ({ name, note }) =>
      act(
        'save',
        (communityId) =>
          call('community', 'save', {
            communityId,
            name,
            note,
            version: screen.view?.version ?? 0,
            pickupPointIds: screen.view?.pickupPoints.map(({ id }) => id) ?? [],
          }),
        copy.own.saved,
      ),
    move: (to) => act(to, (communityId) => call('community', 'move', { communityId, act: to })),
    bind: () =>
      act(
        'bind',
        async (communityId) => {
          const group = await enteredGroup()
          return group === null
            ? { ok: false, refusal: { code: 'community.not-a-group' } }
            : call('community', 'bindGroup', { communityId }, { group })
        },
        copy.own.bound,
      ),
    unbind: (groupKey) =>
      act('unbind', (communityId) => call('community', 'unbindGroup', { communityId, key: groupKey })),
    offer: (toId) => act('offer', (communityId) => call('community', 'offer', { communityId, toId }), copy.own.asked),
    withdraw: () =>
      act('withdraw', (communityId) => call('community', 'withdrawOffer', { communityId }), copy.own.withdrawn),
  }
}
