/** Words as they can be drawn: without emoji, control signs and anything else the font has no picture for. */
import { isDrawable } from './fonts'

/** What only changes or joins the sign before it: variation selectors, joiners, keycaps, directions, tags. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u{FE00}-\u{FE0F}\u{20E3}]/gu
/** Signs that phones show as coloured emoji by themselves. */
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u

const clusters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const isPlain = (cluster: string): boolean =>
  !EMOJI.test(cluster) &&
  Array.from(cluster.replace(INVISIBLE, '')).every((sign) => isDrawable(sign.codePointAt(0) ?? 0))

/** `草莓🍓👨‍👩‍👧 1️⃣ 盒` → `草莓 1 盒`. A family or a flag goes as a whole; blanks close up; what is left may be empty. */
export const plainWords = (text: string): string =>
  Array.from(clusters.segment(text.normalize('NFC').replace(/\s+/g, ' ')), ({ segment }) => segment)
    .filter(isPlain)
    .join('')
    .replace(INVISIBLE, '')
    .replace(/ +/g, ' ')
    .trim()
