/** What the shop tells its members: the inbox, what they allow it to tell them in WeChat, and what they'd rather not hear. */
import { message } from '@/contract/message'
import { serve } from '../runtime/serve'
import { offerAsks } from './offer-asks'
import { openInbox, read } from './open-inbox'
import { mute, settings } from './settings'
import { takeAnswers } from './take-answers'

export const main = serve(message, { offer: offerAsks, answered: takeAnswers, inbox: openInbox, read, settings, mute })
