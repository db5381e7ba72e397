/** The code under which a community, or one of its group sales, is handed on. */
import type { CommunityId, MemberId, SaleId } from '@/domain/ids'
import { dayText } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { Channel } from './share.sql'

/** Looks before it writes, as for products: the page asks each time it opens. */
const findOrMakeStatement = {
  name: 'share.find-or-make-community',
  text: `
with there as (
  select code from share
  where store_id = $1 and member_id = $2 and product_id is null and group_id = '' and assist_id = '' and community_id = $3
    and sale_id = $4 and channel = $5 and day = $6::date
), made as (
  insert into share (store_id, code, member_id, channel, day, created_at, community_id, sale_id)
  select $1, $7, $2, $5, $6::date, $8, $3, $4 where not exists (select from there)
  on conflict do nothing returning code
)
select coalesce((select code from there), (select code from made)) as code`,
}

const CODE_LENGTH = 12
const MOST_TRIES = 3

/** What the card stands for: a sale with its community, or the community alone (`saleId` empty). The store's own sale has no community. */
export type SharedPlace = {
  readonly memberId: MemberId
  readonly communityId: CommunityId | ''
  readonly saleId: SaleId | ''
  readonly channel: Channel
}

/** The code of the day, made at the first call. */
export const findOrMakeCommunityShare = async (deps: Deps, place: SharedPlace): Promise<string> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const now = deps.now()
    const [row] = await deps.database.run<{ code: string | null }>(findOrMakeStatement, [
      deps.storeId,
      place.memberId,
      place.communityId,
      place.saleId,
      place.channel,
      dayText(now),
      deps.newCode(CODE_LENGTH),
      new Date(now),
    ])
    // none: the same member's other call made one in this moment, or the code was taken; look again
    if (row?.code) return row.code
  }
  throw new Error('no share code could be made')
}
