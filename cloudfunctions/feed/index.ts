/** The home screen and the feed. */
import { feed } from '@/contract/feed'
import { serve } from '../runtime/serve'
import { openHome } from './open-home'
import { turnPage } from './turn-page'

export const main = serve(feed, { home: openHome, page: turnPage })
