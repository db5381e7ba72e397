/** Draws a community's invite card when its letter comes; what it shows already is not drawn again. */
import { epochMs, later, SECOND } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { communityCardWords, type CommunityCardStory } from './community-card-words'
import { readCommunityFacts, setCommunityCard, type CommunityFactsRow } from './community-facts.sql'
import { drawCommunityCard, type CommunityCardFacts } from './draw-community-card'
import { drawableFace } from './drawable-face'
import { keyOf } from './drawable-scene'
import { isSamePicture, pictureKey } from './picture-key'
import { pictureUrls, priceFrom, tilesOf } from './sale-lines'

/** Who is joining in this moment may not be counted yet. */
const ALMOST_NOW = 10 * SECOND

const keepCommunityCard: LetterHandler = async (deps, { subject }) => {
  const now = deps.now()
  const row = await readCommunityFacts(deps, subject ?? '', now)
  if (!row) return
  const asOf = later(now, -ALMOST_NOW)
  const key = pictureKey(`cards/${row.communityId}/v${asOf}`, saidOfCommunity(row))
  if (row.cardPicture && isSamePicture(row.cardPicture, key))
    return void (await setCommunityCard(deps, row, asOf, row.cardPicture))
  const drawn = await drawCommunityCard(await communityFacts(deps, row))
  const url = await deps.files.put(key, drawn, 'image/jpeg')
  if (!(await setCommunityCard(deps, row, asOf, url))) await deps.files.remove(key)
}

const removeCommunityCard: LetterHandler = async (deps, { payload }) => {
  if (typeof payload['url'] === 'string') await deps.files.remove(keyOf(payload['url']))
}

export const communityCardLetters: LetterHandlers = {
  'community-card.draw': keepCommunityCard,
  'community-card.remove': removeCommunityCard,
}

/** Everything that a drawing depends on. */
export const saidOfCommunity = (row: CommunityFactsRow): readonly unknown[] => [
  communityCardWords(communityStory(row)),
  row.leader,
  row.storeName,
  pictureUrls(row.sale?.lines ?? []),
]

const communityStory = (row: CommunityFactsRow): CommunityCardStory => {
  const { state, name, storeName, leader, members, sale } = row
  return { state, name, storeName, leaderName: leader?.name ?? null, members, sale: sale && runningSale(sale) }
}

const runningSale = ({ title, endsAt, lines }: NonNullable<CommunityFactsRow['sale']>) => ({
  title,
  endsAt: epochMs(endsAt),
  lines: lines.length,
  ...priceFrom(lines),
})

export const communityFacts = async (deps: Deps, row: CommunityFactsRow): Promise<CommunityCardFacts> => {
  const [face, tiles] = await Promise.all([
    // without a leader the community has a face of its own
    drawableFace(deps.files, row.leader ?? { name: row.name, avatar: null }),
    tilesOf(deps, row.sale?.lines ?? []),
  ])
  return { ...communityStory(row), face, tiles }
}
