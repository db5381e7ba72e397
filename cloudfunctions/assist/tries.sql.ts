/** Taps that were refused, by person and hour. */
import type { MemberId } from '@/domain/ids'
import type { Deps } from '../runtime/deps'
import { hourOf } from './card.sql'

/** Like a visit, the note may be lost in a crash of the database and its commit waits for no disk. */
const noteTriesStatement = {
  name: 'assist.note-tries',
  text: `
insert into assist_try (store_id, member_id, hour, tries)
select $1, u.member_id, $2, count(*) from unnest($3::text[]) as u (member_id),
  (select set_config('synchronous_commit', 'off', true)) light
group by u.member_id order by u.member_id
on conflict (store_id, member_id, hour) do update set tries = assist_try.tries + excluded.tries`,
}

export const noteTries = (deps: Deps, memberIds: readonly MemberId[]): Promise<unknown> =>
  deps.database.run(noteTriesStatement, [deps.storeId, hourOf(deps.now()), memberIds])
