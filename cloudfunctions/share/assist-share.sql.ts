/** The code under which somebody hands their assist card on. */
import type { AssistCardId, MemberId } from '@/domain/ids'
import { dayText } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { Channel } from './share.sql'

/** Looks before it writes, as for products: the page asks each time it opens. */
const findOrMakeStatement = {
  name: 'share.find-or-make-assist',
  text: `
with there as (
  select code from share
  where store_id = $1 and member_id = $2 and product_id is null and assist_id = $3 and channel = $4 and day = $5::date
), made as (
  insert into share (store_id, code, member_id, channel, day, created_at, assist_id)
  select $1, $6, $2, $4, $5::date, $7, $3 where not exists (select from there)
  on conflict do nothing returning code
)
select coalesce((select code from there), (select code from made)) as code`,
}

const CODE_LENGTH = 12
const MOST_TRIES = 3

/** The code of the day, made at the first call. */
export const findOrMakeAssistShare = async (
  deps: Deps,
  memberId: MemberId,
  cardId: AssistCardId,
  channel: Channel,
): Promise<string> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const now = deps.now()
    const [row] = await deps.database.run<{ code: string | null }>(findOrMakeStatement, [
      deps.storeId,
      memberId,
      cardId,
      channel,
      dayText(now),
      deps.newCode(CODE_LENGTH),
      new Date(now),
    ])
    // none: the same member's other call made one in this moment, or the code was taken; look again
    if (row?.code) return row.code
  }
  throw new Error('no share code could be made')
}
