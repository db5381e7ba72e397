/** Draws an assist card's picture when its letter comes, once a version; a newer one is never replaced by an older one. */
import type { LetterHandler, LetterHandlers } from '../runtime/outbox'
import { readCard, type CardRecord } from '../assist/card.sql'
import { campaignView } from '../assist/campaign-view'
import { shownState } from '../assist/card-view'
import type { AssistCardId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { AssistCardFacts } from './assist-card-words'
import { drawAssistCard } from './draw-assist-card'
import { drawableFace } from './drawable-face'
import { keyOf } from './drawable-scene'
import { pictureKey } from './picture-key'
import { setCard } from './set-card.sql'

/** As for groups: a letter that finds the newest version drawn is done. */
const keepAssistCard: LetterHandler = async (deps, { subject }) => {
  const row = await readCard(deps, { cardId: (subject ?? '') as AssistCardId }, null)
  if (!row || (row.cardVersion ?? -1) >= row.version) return
  const { id, version, owner } = row
  const facts = assistCardFacts(row, deps.now())
  const key = pictureKey(`cards/${id}/v${version}`, [facts, owner])
  const face = await drawableFace(deps.files, owner ?? { name: null, avatar: null })
  const url = await deps.files.put(key, await drawAssistCard({ ...facts, face }), 'image/jpeg')
  if (!(await setCard(deps, 'assist_card', { id, version, url }))) await deps.files.remove(key)
}

const removeAssistCard: LetterHandler = async (deps, { payload }) => {
  if (typeof payload['url'] === 'string') await deps.files.remove(keyOf(payload['url']))
}

export const assistCardLetters: LetterHandlers = {
  'assist-card.draw': keepAssistCard,
  'assist-card.remove': removeAssistCard,
}

export const assistCardFacts = (row: CardRecord, now: EpochMs): AssistCardFacts => {
  const { reward, helperReward } = campaignView(row.campaign, now)
  return {
    state: shownState(row, now),
    helpers: row.helpers,
    helped: row.helped,
    reward,
    helperReward,
    ownerName: row.owner?.name ?? '',
    storeName: row.campaign.storeName,
  }
}
