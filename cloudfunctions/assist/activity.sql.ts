/** What a card's message in the chats shows, and what it should show. */
import type { CardState } from '@/domain/assist/card'
import type { AssistCardId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { Deps } from '../runtime/deps'

export type MessageRow = {
  cardId: AssistCardId
  state: CardState
  helpers: number
  helped: number
  version: number
  /** The newest version that was told; null before the first. */
  toldVersion: number | null
  activityId: string | null
  activityExpiresAt: Date | null
  /** Of a card of it that went into a chat. */
  code: string | null
}

const columns = `a.id as "cardId", a.state, a.helpers, a.helped, a.version, a.message_version as "toldVersion",
  a.activity_id as "activityId", a.activity_expires_at as "activityExpiresAt",
  (select code from share where store_id = $1 and assist_id = a.id order by created_at limit 1) as code`

const readStatement = {
  name: 'assist-message.read',
  text: `select ${columns} from assist_card a where a.store_id = $1 and a.id = $2`,
}

export const readMessage = async (deps: Deps, cardId: string): Promise<MessageRow | null> =>
  (await deps.database.run<MessageRow>(readStatement, [deps.storeId, cardId]))[0] ?? null

const keepActivityStatement = {
  name: 'assist-message.keep-activity',
  text: `
update assist_card a set activity_id = coalesce(a.activity_id, $3),
  activity_expires_at = case when a.activity_id is null then $4 else a.activity_expires_at end
where a.store_id = $1 and a.id = $2 returning ${columns}`,
}

type Activity = { readonly activityId: string; readonly expiresAt: EpochMs }

/** The first activity stays: cards may be in chats under it already. */
export const keepActivity = async (
  deps: Deps,
  cardId: AssistCardId,
  { activityId, expiresAt }: Activity,
): Promise<MessageRow | null> => {
  const params = [deps.storeId, cardId, activityId, new Date(expiresAt)]
  return (await deps.database.run<MessageRow>(keepActivityStatement, params))[0] ?? null
}

const markToldStatement = {
  name: 'assist-message.mark-told',
  text: `
with old as (select message_version from assist_card where store_id = $1 and id = $2 for update)
update assist_card a set message_version = greatest(old.message_version, $3) from old
where a.store_id = $1 and a.id = $2 returning old.message_version as before`,
}

/** Answers whether another worker had told a newer version meanwhile, which ours may have painted over. */
export const markTold = async (deps: Deps, { cardId, version }: MessageRow): Promise<boolean> => {
  const [row] = await deps.database.run<{ before: number | null }>(markToldStatement, [deps.storeId, cardId, version])
  return row !== undefined && row.before !== null && row.before > version
}
