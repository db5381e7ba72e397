/** What of a card is handed on: its words and the code of whoever asks. */
import type { AssistCardView } from '@/contract/assist'
import { call } from '@/platform/call'
import type { Gathering } from '@/platform/share'
import { copy } from './copy'
import { giftText } from './words'

export const makeShare = (cardId: AssistCardView['id']) => () => call('assist', 'share', { cardId, channel: 'chat' })

export const cardTitle = ({ campaign }: AssistCardView): string =>
  campaign.shareTitle || copy.share.card(giftText(campaign.reward))

/** The message that counts up in the chat: the owner is one of the room. */
export const gatheringOf = ({ state, activityId, helpers, campaign }: AssistCardView): Gathering | null =>
  state === 'collecting' && activityId ? { activityId, count: helpers.length + 1, of: campaign.helpers + 1 } : null
