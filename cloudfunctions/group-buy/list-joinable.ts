/** Groups one could join now for a product, the fullest first, page by page. */
import type { groupBuy, OpenGroupCard } from '@/contract/group-buy'
import { ok } from '@/domain/result'
import type { UseCase } from '../runtime/serve'
import { joinableSql, openGroupCard, openGroupCardsSql, type OpenGroupRow } from './open-groups.sql'

const PAGE = 10

/** The place of a card in the list: seats missing, deadline, id. */
const cursorOf = ({ missing, deadlineAt, id }: OpenGroupCard): string => `${missing}.${deadlineAt}.${id}`
const PLACE = /^(\d)\.(\d{1,15})\.(grp_[0-9a-z]{10,26})$/

const readJoinableStatement = {
  name: 'group-buy.read-joinable',
  text: `
select (${openGroupCardsSql(`select * from (${joinableSql('$2', '$3', '$4')}) j
  where $5::int is null or (j.missing, j.deadline_at, j.id) > ($5::int, $6::timestamptz, $7::text)
  order by missing, deadline_at, id limit ${PAGE + 1}`)}) as groups`,
}

export const listJoinable: UseCase<typeof groupBuy.joinable> = async (deps, caller, { productId, cursor }) => {
  const place = PLACE.exec(cursor ?? '')
  const [row] = await deps.database.run<{ groups: readonly OpenGroupRow[] | null }>(readJoinableStatement, [
    deps.storeId,
    productId,
    caller.kind === 'member' ? caller.memberId : null,
    new Date(deps.now()),
    place ? Number(place[1]) : null,
    place ? new Date(Number(place[2])) : null,
    place?.[3] ?? null,
  ])
  const cards = (row?.groups ?? []).map(openGroupCard)
  const items = cards.slice(0, PAGE)
  const last = items.at(-1)
  return ok({ items, next: cards.length > PAGE && last ? cursorOf(last) : null })
}
