/** The drawer of pictures: chat cards when a product changes, posters when somebody asks. The one function with a font. */
import { card } from '@/contract/card'
import { serve } from '../runtime/serve'
import { drawDueCards } from './draw-due-cards'
import { makePoster } from './make-poster'

export const main = serve(card, { poster: makePoster, run: drawDueCards })
