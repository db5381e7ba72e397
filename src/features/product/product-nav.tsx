import { useIsPast } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { copy } from './copy'

/** The picture, as high as the page is wide, is by then so far up that the price comes near the arrow. */
const NEARLY_GONE = 220

/** An arrow over the picture; further down a bar, so that no words run through the clock and the arrow. */
export const ProductNav = () => {
  const isPast = useIsPast(NEARLY_GONE)
  return <NavBar isOver isSolid={isPast} title={isPast ? copy.title : ''} />
}
