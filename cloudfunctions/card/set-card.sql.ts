/** Where the drawn card of a group, of a group sale, or of somebody who asks for help, is kept. */
import { MINUTE } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import { letterRow } from '../runtime/outbox'

/** Whose pictures are drawn by version, and the letter that takes a replaced one away. */
const OWNERS = {
  group_buy: 'group-card.remove',
  assist_card: 'assist-card.remove',
  sale: 'sale-card.remove',
} as const
type Owner = keyof typeof OWNERS

const setCardStatement = (owner: Owner) => ({
  name: `card.set-picture-${owner}`,
  text: `
with old as (
  select card_picture from ${owner} where store_id = $1 and id = $2 for update
), kept as (
  update ${owner} g set card_picture = $4, card_version = $3 from old
  where g.store_id = $1 and g.id = $2 and (g.card_version is null or g.card_version < $3)
  returning old.card_picture as was
), removal as (
  insert into outbox (store_id, id, topic, subject, payload, next_try_at, created_at)
  select $1, $5, $6, $2, jsonb_build_object('url', was), $7, $8 from kept where was is not null and was <> $4
)
select old.card_picture as "before", exists (select from kept) as "isKept" from old`,
})

/** Somebody may be handing the old picture on in this moment: WeChat fetches it when they do. */
const STAYS = 10 * MINUTE

type Drawn = { readonly id: string; readonly version: number; readonly url: string }

/**
 * Puts a drawn card in its place unless a newer one stands there, and sends a letter to remove the file it replaced.
 * Answers whether this picture is shown now.
 */
export const setCard = async (deps: Deps, owner: Owner, { id, version, url }: Drawn): Promise<boolean> => {
  const letter = letterRow(deps, { topic: OWNERS[owner], subject: id, notBefore: deps.now() + STAYS })
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
