/** Draws a group's card when its letter comes, once a version; a newer card is never replaced by an older one. */
import { NO_PICTURE } from '../catalog/cards'
import type { Deps } from '../runtime/deps'
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { epochMs, type EpochMs } from '@/domain/time'
import { drawableFace } from './drawable-face'
import { drawableScene, keyOf } from './drawable-scene'
import { drawGroupCard } from './draw-group-card'
import { readGroupFacts, setGroupCard, type GroupFactsRow } from './group-facts.sql'
import { groupCardWords, type GroupCardState } from './group-card-words'
import type { GroupCardFacts } from './group-words'
import { isSamePicture, pictureKey } from './picture-key'

/** A letter that finds the newest version drawn is done: that is how ten joins in a row cost one drawing. */
const keepGroupCard: LetterHandler = async (deps, { payload }) => {
  const row = typeof payload['groupId'] === 'string' ? await readGroupFacts(deps, payload['groupId']) : null
  if (!row || (row.cardVersion ?? -1) >= row.version) return
  const now = deps.now()
  const key = pictureKey(`cards/${row.groupId}/v${row.version}`, saidOfGroup(row, now))
  // such as the last parcel of a full group
  if (row.cardPicture && isSamePicture(row.cardPicture, key))
    return void (await setGroupCard(deps, row, row.cardPicture))
  const url = await deps.files.put(key, await drawGroupCard(await groupDrawingFacts(deps, row), now), 'image/jpeg')
  if (!(await setGroupCard(deps, row, url))) await deps.files.remove(key)
}

const removeGroupCard: LetterHandler = async (deps, { payload }) => {
  if (typeof payload['url'] === 'string') await deps.files.remove(keyOf(payload['url']))
}

export const groupCardLetters: LetterHandlers = {
  'group-card.draw': keepGroupCard,
  'group-card.remove': removeGroupCard,
}

const instant = (date: Date | null): EpochMs | null => (date === null ? null : epochMs(date.getTime()))

const groupStory = (row: GroupFactsRow) => ({
  // only groups that opened are read
  state: row.state as GroupCardState,
  size: row.size,
  minSize: row.minSize,
  members: row.people.length,
  deadlineAt: instant(row.deadlineAt),
  filledAt: instant(row.filledAt),
})

/** Everything that a drawing depends on. */
export const saidOfGroup = (row: GroupFactsRow, now: EpochMs): readonly unknown[] => [
  groupCardWords(groupStory(row), now),
  row.title,
  row.fact,
  row.storeName,
  row.priceFen,
  row.aloneFen,
  row.isFrom,
  row.picture?.url,
  row.people,
]

/** All but the people. */
export const groupPictureFacts = async (deps: Deps, row: GroupFactsRow): Promise<Omit<GroupCardFacts, 'faces'>> => ({
  ...groupStory(row),
  title: row.title,
  storeName: row.storeName,
  priceFen: row.priceFen,
  aloneFen: row.aloneFen,
  isFrom: row.isFrom,
  fact: row.fact,
  picture: await drawableScene(deps.files, row.picture),
  tone: row.picture?.tone ?? NO_PICTURE.tone,
})

const groupDrawingFacts = async (deps: Deps, row: GroupFactsRow): Promise<GroupCardFacts> => {
  const [facts, faces] = await Promise.all([
    groupPictureFacts(deps, row),
    Promise.all(row.people.map((person) => drawableFace(deps.files, person))),
  ])
  return { ...facts, faces }
}
