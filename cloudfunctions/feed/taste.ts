/** What a member likes, from their own orders only; nothing at all once they switched personalisation off. */
import type { CategoryId, MemberId } from '@/domain/ids'
import { HOUR } from '@/domain/time'
import { remembered } from '../catalog/shop-memory'
import type { MemberCaller, Stranger } from '../runtime/caller'
import type { Deps } from '../runtime/deps'
import { readMemberFacts, readTaste, type MemberFacts } from './member-facts.sql'

/** Liked category → its name. */
export type Taste = ReadonlyMap<CategoryId, string>

export type Reader = MemberFacts & { readonly taste: Taste }

const STRANGER: Reader = { isPersonal: false, cartCount: 0, lastOrderId: null, lastPointId: null, taste: new Map() }

export const readerOf = async (deps: Deps, caller: MemberCaller | Stranger): Promise<Reader> => {
  if (caller.kind === 'stranger') return STRANGER
  const facts = await readMemberFacts(deps, caller.memberId)
  return { ...facts, taste: facts.isPersonal ? await tasteOf(deps, caller.memberId, facts) : STRANGER.taste }
}

/** Kept until the next order: the key holds the last one's id. */
const tasteOf = async (deps: Deps, memberId: MemberId, { lastOrderId }: MemberFacts): Promise<Taste> =>
  lastOrderId === null
    ? STRANGER.taste
    : remembered(deps, `taste:${memberId}:${lastOrderId}`, HOUR, async () => {
        const liked = await readTaste(deps, memberId)
        return new Map(liked.map(({ id, name }) => [id, name]))
      })
