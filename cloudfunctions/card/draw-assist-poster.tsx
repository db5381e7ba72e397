/** @jsxRuntime automatic */
/** The poster of an assist card: what is collected, how many are missing, what a tap gives. It hangs in public, so nobody's face is on it. */
import { maskName } from '@/domain/share/mask'
import { AssistRing } from './assist-ring'
import { assistCardWords, thresholdWords, type AssistCardFacts } from './assist-card-words'
import { colours } from './colours'
import { plainWords } from './plain-words'
import { INNER, posterTitle, renderPoster } from './poster-frame'
import { sizeThatFits } from './words-width'

export type AssistPosterFacts = AssistCardFacts & {
  readonly recommendedBy: string
  /** The mini program code, JPEG or PNG, square. */
  readonly code: Uint8Array
}

const TONE = ['#FFE9BF', '#FFF6E6'] as const

/** Draws the poster as JPEG, 1080 × 1620, at most 400 KB. Throws a RangeError if the code is no JPEG or PNG. */
export const drawAssistPoster = (facts: AssistPosterFacts): Promise<Buffer> => {
  const words = assistCardWords(facts)
  const { headline, over, figure, measure, title, second, mood } = words
  const store = plainWords(facts.storeName)
  const owner = maskName(plainWords(facts.recommendedBy))
  return renderPoster({
    picture: null,
    tone: TONE,
    code: facts.code,
    headline: {
      height: 700,
      node: (
        <div style={{ display: 'flex', flexDirection: 'column', width: INNER, alignItems: 'center' }}>
          <div style={{ display: 'flex', marginTop: 76, fontSize: 80, fontWeight: 700, color: colours.ink }}>
            {headline}
          </div>
          <div style={{ display: 'flex', marginTop: 40 }}>
            <AssistRing words={words} facts={facts} size={460} />
          </div>
        </div>
      ),
    },
    price: { height: 0, node: null },
    lines: [
      posterTitle(title, 22),
      { text: mood === 'open' ? thresholdWords(facts.reward) : '', size: 44, lines: 1, gap: 14, colour: colours.ink2 },
      {
        text: second,
        size: sizeThatFits(second, INNER, [44, 40, 36]),
        lines: 1,
        gap: 10,
        colour: colours.leafInk,
        isBold: true,
      },
    ],
    invitation: { by: mood === 'open' ? `${owner} 想请你帮个忙` : store, store, scan: '长按识别，看看怎么帮' },
    words: { 400: [over], 700: [headline, figure, measure] },
  })
}
