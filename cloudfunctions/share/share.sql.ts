/** Share codes, and who opened them where. */
import type { GroupId, MemberId, ProductId } from '@/domain/ids'
import { dayText } from '@/domain/time'
import { inPlaces, productColumns, productTables, type ProductRow } from '../catalog/product.sql'
import type { Deps } from '../runtime/deps'
import { together } from '../runtime/together'

export type Channel = 'chat' | 'timeline' | 'poster' | 'link'
export type ShareRow = { code: string; title: string; cardPicture: string | null }

/** Looks before it writes: product pages ask each time they open, and nearly always the code of the day is there. */
const findOrMakeStatement = {
  name: 'share.find-or-make',
  text: `
with shown as (
  select title, card_picture from product where store_id = $1 and id = $3 and status <> 'draft'
), there as (
  select code from share where store_id = $1 and member_id = $2 and product_id = $3 and group_id = $8 and channel = $4 and day = $5::date
), made as (
  insert into share (store_id, code, member_id, product_id, channel, day, created_at, group_id)
  select $1, $6, $2, $3, $4, $5::date, $7, $8 from shown where not exists (select from there)
  on conflict do nothing
  returning code
)
select coalesce((select code from there), (select code from made)) as code, title, card_picture as "cardPicture" from shown`,
}

const CODE_LENGTH = 12
const MOST_TRIES = 3

/** The code of the day, made at the first call; null if there is no such product to share. `groupId`: the card stands for that group. */
export const findOrMakeShare = async (
  deps: Deps,
  memberId: MemberId,
  productId: ProductId,
  channel: Channel,
  groupId: GroupId | '' = '',
): Promise<ShareRow | null> => {
  const day = dayText(deps.now())
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const [row] = await deps.database.run<Omit<ShareRow, 'code'> & { code: string | null }>(findOrMakeStatement, [
      deps.storeId,
      memberId,
      productId,
      channel,
      day,
      deps.newCode(CODE_LENGTH),
      new Date(deps.now()),
      groupId,
    ])
    if (!row) return null
    // none: the same member's other call made one in this moment, or the code was taken; look again
    if (row.code !== null) return { ...row, code: row.code }
  }
  throw new Error('no share code could be made')
}

/** The product of a code with all that its page draws, and who shared it. A group's card is not a product's. */
export type SharedRow = ProductRow & {
  sharerId: MemberId | null
  sharerName: string | null
  sharerAvatar: string | null
}

const readSharedStatement = {
  name: 'share.read-shared',
  text: `
select a.place::int as place, ${productColumns}, h.member_id as "sharerId", m.name as "sharerName", m.avatar as "sharerAvatar"
from unnest($2::text[], $3::text[]) with ordinality as a (code, member_id, place)
join share h on h.store_id = $1 and h.code = a.code and h.group_id = ''
left join member m on m.store_id = $1 and m.id = h.member_id and m.deleted_at is null
join product p on p.store_id = $1 and p.id = h.product_id
${productTables}`,
}

type Ask = { readonly code: string; readonly memberId: MemberId | null }

/** A card in a big chat is opened by many in one moment: their looks go to the database together. */
const askShared = together<Ask, SharedRow | null>(async ({ database, storeId }, asks) =>
  inPlaces(
    asks,
    await database.run(readSharedStatement, [
      storeId,
      asks.map(({ code }) => code),
      asks.map(({ memberId }) => memberId),
    ]),
  ),
)

/** Null for a code of nobody. */
export const readShared = (deps: Deps, code: string, memberId: MemberId | null): Promise<SharedRow | null> =>
  askShared(deps, { code, memberId })

export type Opening = { readonly code: string; readonly memberId: MemberId | null; readonly scene: number }

/**
 * Like a visit, the note may be lost in a crash of the database and its commit waits for no disk. Where the card is an
 * approved leader's and its opener is known, a touch says for a week whose card it was.
 */
const noteStatement = {
  name: 'share.note-openings',
  text: `
with opened as (
  insert into share_open (store_id, id, code, member_id, scene, at)
  select $1, u.id, u.code, u.member_id, u.scene, $2
  from unnest($3::text[], $4::text[], $5::text[], $6::int[]) as u (id, code, member_id, scene),
    (select set_config('synchronous_commit', 'off', true)) light
)
insert into touch (store_id, member_id, at, leader_id, via, source)
select $1, u.member_id, $2, l.member_id, 'card', u.code
from unnest($4::text[], $5::text[]) as u (code, member_id)
join share s on s.store_id = $1 and s.code = u.code
join leader l on l.store_id = $1 and l.member_id = s.member_id and l.state = 'approved'
where u.member_id is not null
on conflict do nothing`,
}

export const noteOpenings = (deps: Deps, openings: readonly Opening[]): Promise<unknown> =>
  deps.database.run(noteStatement, [
    deps.storeId,
    new Date(deps.now()),
    openings.map(() => deps.newId('opn')),
    openings.map((opening) => opening.code),
    openings.map((opening) => opening.memberId),
    openings.map((opening) => opening.scene),
  ])
