/** Where the drawn card of a group, a group sale, a community, or somebody who asks for help, is kept. */
import { MINUTE } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'

/** Whose pictures are kept, by what tells an older drawing from a newer one, and the letter that takes a replaced one away. */
const OWNERS = {
  group_buy: { letter: 'group-card.remove', age: 'card_version' },
  assist_card: { letter: 'assist-card.remove', age: 'card_version' },
  sale: { letter: 'sale-card.remove', age: 'card_version' },
  community: { letter: 'community-card.remove', age: 'card_as_of' },
} as const
type Owner = keyof typeof OWNERS

const setCardStatement = (owner: Owner) => {
  const { age } = OWNERS[owner]
  return {
    name: `card.set-picture-${owner}`,
    text: `
with old as (
  select card_picture from ${owner} where store_id = $1 and id = $2 for update
), kept as (
  update ${owner} g set card_picture = $4, ${age} = $3 from old
  where g.store_id = $1 and g.id = $2 and (g.${age} is null or g.${age} < $3)
  returning old.card_picture as was
), removal as (
  insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
  select $1, $5, $6, $2, jsonb_build_object('url', was), $7, $8 from kept where was is not null and was <> $4
)
select old.card_picture as "before", exists (select from kept) as "isKept" from old`,
  }
}

/** Somebody may be handing the old picture on in this moment: WeChat fetches it when they do. */
const STAYS = 10 * MINUTE

type Drawn = { readonly id: string; readonly version: number | Date; readonly url: string }

/**
 * Puts a drawn card in its place unless a newer one stands there, and sends a letter to remove the file it replaced.
 * Answers whether this picture is shown now.
 */
export const setCard = async (deps: Deps, owner: Owner, { id, version, url }: Drawn): Promise<boolean> => {
  const letter = letterRow(deps, { topic: OWNERS[owner].letter, subject: id, notBefore: deps.now() + STAYS })
  const [row] = await deps.database.run<{ before: string | null; isKept: boolean }>(setCardStatement(owner), [
    deps.storeId,
    id,
    version,
    url,
    letter.id,
    letter.topic,
    letter.next_try_at,
    letter.created_at,
  ])
  return row !== undefined && (row.isKept || row.before === url)
}
